import type { PythonCall, PythonScript, PythonStatement } from './python/pythonScript';
import { spelled } from './python/pythonScript';
import { scriptCheck, type ScriptFinding } from './scriptCheck';
import type { ShellScript } from './shell/shellScript';
import { sedEdits } from './shell/sedEdits';

const hasTag = (text: string): boolean => /<\/?[A-Za-z]/.test(text);

/** The edit leaves what it looked for in place, so that it finds it again in the next call. */
const repeats = (pattern: string, replacement: string, kind: 's' | 'a' | 'i' | 'c'): boolean => {
  if (kind === 'a' || kind === 'i') {
    return hasTag(replacement);
  }
  const plain = pattern.replaceAll('\\/', '/');
  const added = replacement.replaceAll('\\/', '/');
  const keepsAll = added.includes(plain) || /(?:^|[^\\])&/.test(added);
  return kind === 's' && keepsAll && hasTag(added.replace(plain, '')) && hasTag(plain);
};

const shellFindings = (shell: ShellScript): ScriptFinding[] => {
  // A script that may end early, before the edit, has looked first.
  const leaves = shell.commands.filter(
    ({ name, conditional }) => (name === 'exit' || name === 'return') && conditional,
  );
  return sedEdits(shell).flatMap(
    ({ pattern, replacement, kind, addressed, command, word }): ScriptFinding[] => {
      const { conditional, inFunction, pos } = command;
      const isGuarded =
        conditional || addressed || inFunction !== undefined || leaves.some((leave) => leave.pos < pos);
      return !isGuarded && repeats(pattern, replacement, kind)
        ? [{ pos: word.pos, params: { what: pattern } }]
        : [];
    },
  );
};

const CONDITION = /^(?:if|elif|else|while|try|except|match|case|for)$/;

const isMain = ({ tokens }: { tokens: readonly { text: string }[] }): boolean =>
  tokens.some(({ text }) => text === '__name__');

const isConditional = ({ blocks, tokens }: PythonStatement): boolean =>
  blocks.some((block) => CONDITION.test(block.tokens[0]?.text ?? '') && !isMain(block)) ||
  // A conditional expression, or a comprehension with a condition.
  tokens.slice(1).some(({ kind, text }) => kind === 'name' && /^(?:if|or|and)$/.test(text));

/** The functions whose every call stands under no condition, and the script outside of functions. */
const alwaysRun = ({ calls }: PythonScript, inFunction: string | undefined): boolean =>
  inFunction === undefined ||
  calls
    .filter(({ name }) => name === inFunction || name.endsWith(`.${inFunction}`))
    .every(({ statement }) => !isConditional(statement));

const LEAVE = /^(?:return|raise|continue|break)$/;

const leavesBefore = (script: PythonScript, { pos, inFunction }: PythonStatement): boolean =>
  script.statements.some(
    (statement) =>
      statement.pos < pos &&
      (statement.inFunction === inFunction || inFunction === undefined) &&
      isConditional(statement) &&
      (LEAVE.test(statement.tokens[0]?.text ?? '') ||
        /^(?:sys\.exit|exit|quit)\(/.test(spelled(statement.tokens))),
  );

/** An element that the script makes, or reads from a text of its own. */
const MAKES_ELEMENT = /^(?:\w+\.)*(?:(?:Element|SubElement|createElement)\(|fromstring\([rf]?["'])/;

/** The variables of elements that the script itself made, to be filled. */
const ownElements = ({ statements }: PythonScript): ReadonlySet<string> =>
  new Set(
    statements.flatMap(({ tokens }) =>
      tokens[1]?.text === '=' && MAKES_ELEMENT.test(spelled(tokens.slice(2))) ? [tokens[0]?.text ?? ''] : [],
    ),
  );

const ADDING = /(?:^|\.)SubElement$|\.(?:append|insert|extend|appendChild|insertBefore)$/;

/** What a call adds to the XML that was read; undefined where it builds something new or adds no element. */
const addedBy = ({ name, args }: PythonCall, elements: ReadonlySet<string>): string | undefined => {
  if (name.endsWith('SubElement')) {
    const parent = spelled(args[0] ?? []);
    return elements.has(parent) ? undefined : args[1]?.[0]?.value;
  }
  const receiver = name.slice(0, name.lastIndexOf('.'));
  const added = spelled(args.at(-1) ?? []);
  return !elements.has(receiver) && (elements.has(added) || MAKES_ELEMENT.test(added)) ? added : undefined;
};

/** `text.replace("</devices>", new + "</devices>")`. */
const replacesKept = ({ name, args }: PythonCall): string | undefined => {
  const [from] = args[0] ?? [];
  const isLiteral = args[0]?.length === 1 && from?.kind === 'string' && hasTag(from.value);
  const kept =
    isLiteral && (args[1] ?? []).some(({ kind, value }) => kind === 'string' && value.includes(from.value));
  return name.endsWith('.replace') && kept ? from.value : undefined;
};

const pythonFindings = (script: PythonScript): ScriptFinding[] => {
  // A script that takes elements out may well take out its own of the last call.
  if (script.names.has('remove') || script.names.has('clear') || script.names.has('removeChild')) {
    return [];
  }
  const elements = ownElements(script);
  return script.calls.flatMap((call): ScriptFinding[] => {
    const { statement, name, pos } = call;
    const what = ADDING.test(name) ? addedBy(call, elements) : replacesKept(call);
    return what === undefined ||
      isConditional(statement) ||
      leavesBefore(script, statement) ||
      !alwaysRun(script, statement.inFunction)
      ? []
      : [{ pos, params: { what } }];
  });
};

/** KubeVirt calls the script two or three times per start, each time on the result of the last: it adds again. */
export const appendUnguarded = scriptCheck('appendUnguarded', ({ source, shell, python }) => {
  if (source.hookPoint === 'preCloudInitIso') {
    return [];
  }
  if (python !== undefined) {
    return pythonFindings(python);
  }
  return shell === undefined ? [] : shellFindings(shell);
});
