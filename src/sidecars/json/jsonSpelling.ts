export type JsonMember = readonly [key: string, value: unknown];

/** An object with members in this order; JavaScript objects put number-like keys first. */
export class OrderedObject {
  constructor(readonly members: readonly JsonMember[]) {}
}

/** A number that JavaScript would write differently, or cannot represent: `1.0`, `9007199254740993`, `1e400`. */
export class WrittenNumber {
  constructor(readonly source: string) {}
}

interface Layout {
  comma: string;
  colon: string;
  /** The indent of one level; empty for JSON on one line. */
  indent: string;
}

const LAYOUTS = {
  /** Readable JSON on one line: `{"key": [1, 2]}`. */
  line: { comma: ', ', colon: ': ', indent: '' },
  /** Like JSON.stringify: `{"key":[1,2]}`. */
  compact: { comma: ',', colon: ':', indent: '' },
  /** Like JSON.stringify with an indent of two. */
  lines: { comma: ',', colon: ': ', indent: '  ' },
} as const satisfies Record<string, Layout>;

/** JSON of a value. Omits undefined members, like JSON.stringify. */
export const spellJson = (value: unknown, layout: keyof typeof LAYOUTS = 'line'): string =>
  spell(value, LAYOUTS[layout], '\n');

/** `newLine`: a line break with the current indent. */
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
