import type { PythonScript, PythonToken } from './pythonScript';

/** Variables of a script with the tokens of what is assigned to them, each only where it is assigned once. */
export type Assigned = ReadonlyMap<string, readonly PythonToken[]>;

export const assignedOnce = ({ statements }: PythonScript): Assigned => {
  const assigned = new Map<string, readonly PythonToken[]>();
  const several = new Set<string>();
  for (const { tokens } of statements) {
    const [first, second, third] = tokens;
    const loop = first?.text === 'for' && third?.text === 'in' ? second : undefined;
    const variable = loop ?? (second?.text === '=' && first?.kind === 'name' ? first : undefined);
    if (variable !== undefined) {
      if (assigned.has(variable.text)) {
        several.add(variable.text);
      }
      assigned.set(variable.text, tokens.slice(loop === undefined ? 2 : 3));
    }
  }
  for (const name of several) {
    assigned.delete(name);
  }
  return assigned;
};

/** So many variables that stand for one another are followed. */
const DEPTH = 4;

/** The text of an f-string with the values of its variables; what is more than a variable is left out. */
const interpolated = (value: string, valueOf: (name: string) => string): string =>
  value.replace(/\{\{|\}\}|\{([A-Za-z_]\w*)\}|\{[^{}]*\}/g, (match: string, name?: string) =>
    name === undefined ? (match === '{{' || match === '}}' ? match.slice(1) : '') : valueOf(name),
  );

/**
 * The text that an expression of strings, f-strings, variables and + stands for. Undefined where it is something else;
 * a part that is not known is left out.
 */
export const textOf = (
  tokens: readonly PythonToken[],
  assigned: Assigned,
  depth = DEPTH,
): string | undefined => {
  const parts = tokens.filter(({ text }) => text !== '+' && text !== '(' && text !== ')');
  const valueOf = (name: string): string =>
    depth === 0 ? '' : (textOf(assigned.get(name) ?? [], assigned, depth - 1) ?? '');
  if (parts.length === 0 || parts.some(({ kind }) => kind === 'other')) {
    return undefined;
  }
  const isText = parts.some(({ kind, text }) => kind === 'string' || valueOf(text) !== '');
  return isText
    ? parts
        .map(({ kind, text, value }) =>
          kind === 'name' ? valueOf(text) : /^[a-z]*f/i.test(text) ? interpolated(value, valueOf) : value,
        )
        .join('')
    : undefined;
};

/** `qemu:arg` of `{http://libvirt.org/schemas/domain/qemu/1.0}arg`, as people read and write it. */
const readableTag = (tag: string): string => {
  const end = tag.lastIndexOf('}');
  const local = tag.slice(end + 1);
  const isQemu = tag.slice(0, end + 1).includes('qemu') || /^(?:commandline|arg|env)$/.test(local);
  return end >= 0 && isQemu ? `qemu:${local}` : local;
};

const isTag = (text: string | undefined): text is string =>
  text !== undefined && /^[A-Za-z_][\w:.-]*$/.test(text);

/** The element at the end of a path: `baseBoard` of `./sysinfo[@type="smbios"]/baseBoard`. */
const lastOfPath = (path: string): string => path.replace(/\[[^\]]*\]/g, '').replace(/^.*\/(?=[^/}]*$)/, '');

/** The element that a path or a name stands for. */
export const tagOf = (tokens: readonly PythonToken[], assigned: Assigned): string | undefined => {
  const path = textOf(tokens, assigned);
  const tag = path === undefined ? undefined : readableTag(lastOfPath(path));
  return isTag(tag) ? tag : undefined;
};

const ROOTS = /fromstring|parseString|getroot|documentElement|^XML$/;

/** Calls whose argument names an element, and which argument it is. */
const NAMING: Readonly<Record<string, number>> = {
  find: 0,
  findall: 0,
  iterfind: 0,
  iter: 0,
  getElementsByTagName: 0,
  Element: 0,
  createElement: 0,
  SubElement: 1,
};

/** The tokens of the argument at `index` of a call whose `(` stands at `open`. */
const argumentAt = (tokens: readonly PythonToken[], open: number, index: number): PythonToken[] => {
  const found: PythonToken[] = [];
  let depth = 0;
  let at = 0;
  for (const token of tokens.slice(open + 1)) {
    if (depth === 0 && (token.text === ',' || token.text === ')')) {
      if (at === index || token.text === ')') {
        break;
      }
      at += 1;
    } else if (at === index) {
      found.push(token);
    }
    depth += '([{'.includes(token.text) ? 1 : ')]}'.includes(token.text) ? -1 : 0;
  }
  return found;
};

/** The element that an expression stands for, as far as the script says it: `devices` of `root.find("devices")`. */
export const elementOf = (
  tokens: readonly PythonToken[],
  assigned: Assigned,
  depth = DEPTH,
): string | undefined => {
  const [only, ...more] = tokens;
  if (only?.kind === 'name' && more.length === 0) {
    const value = assigned.get(only.text);
    return value === undefined || depth === 0 ? undefined : elementOf(value, assigned, depth - 1);
  }
  const naming = tokens.findLastIndex(
    ({ text }, index) => NAMING[text] !== undefined && tokens[index + 1]?.text === '(',
  );
  if (naming >= 0) {
    return tagOf(argumentAt(tokens, naming + 1, NAMING[tokens[naming]?.text ?? ''] ?? 0), assigned);
  }
  const root = tokens.findIndex(({ text }) => ROOTS.test(text));
  if (root >= 0) {
    const own = textOf(argumentAt(tokens, root + 1, 0), assigned);
    return own === undefined ? 'domain' : /<([A-Za-z][\w:.-]*)/.exec(own)?.[1];
  }
  // A function of the script's own: `ensure(root, "sysinfo")`.
  const named = tokens.find(({ kind, value }) => kind === 'string' && isTag(lastOfPath(value)));
  return only?.kind === 'name' && tokens[1]?.text === '(' && named !== undefined
    ? lastOfPath(named.value)
    : undefined;
};
