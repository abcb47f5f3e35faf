export type JsonMember = readonly [key: string, value: unknown];

/** An object whose members are written in this order: JavaScript objects put number-like keys first. */
export class OrderedObject {
  constructor(readonly members: readonly JsonMember[]) {}
}

/** A number that JavaScript would write otherwise, or cannot hold: `1.0`, `9007199254740993`, `1e400`. */
export class WrittenNumber {
  constructor(readonly source: string) {}
}

interface Layout {
  comma: string;
  colon: string;
  /** One level of it; empty for all on one line. */
  indent: string;
}

const LAYOUTS = {
  /** As people write it on one line: `{"key": [1, 2]}`. */
  line: { comma: ', ', colon: ': ', indent: '' },
  /** As JSON.stringify does: `{"key":[1,2]}`. */
  compact: { comma: ',', colon: ':', indent: '' },
  /** As JSON.stringify does with an indent of two. */
  lines: { comma: ',', colon: ': ', indent: '  ' },
} as const satisfies Record<string, Layout>;

/** JSON of a value. Members that are undefined are left out, as JSON.stringify does. */
export const spellJson = (value: unknown, layout: keyof typeof LAYOUTS = 'line'): string =>
  spell(value, LAYOUTS[layout], '\n');

/** `newLine`: a line break with the indent of what is around. */
const spell = (value: unknown, layout: Layout, newLine: string): string => {
  const inside = newLine + layout.indent;
  const enclose = (open: string, parts: string[], close: string): string =>
    layout.indent === '' || parts.length === 0
      ? `${open}${parts.join(layout.comma)}${close}`
      : `${open}${inside}${parts.join(layout.comma + inside)}${newLine}${close}`;
  if (value instanceof WrittenNumber) {
    return value.source;
  }
  if (Array.isArray(value)) {
    return enclose(
      '[',
      value.map((item) => spell(item, layout, inside)),
      ']',
    );
  }
  if (typeof value === 'object' && value !== null) {
    const members = value instanceof OrderedObject ? value.members : Object.entries(value);
    const spelt = members
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => `${JSON.stringify(key)}${layout.colon}${spell(member, layout, inside)}`);
    return enclose('{', spelt, '}');
  }
  return JSON.stringify(value ?? null);
};
