import { WrittenNumber } from './jsonSpelling';

/**
 * A JSON parser with positions. With JSON.parse, the position of an error depends on the browser or is missing, and the
 * positions of values, the order of number-like keys, duplicate keys and the spelling of numbers are lost.
 */
export type JsonType = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object';

/** `offset` counts UTF-16 units from 0. */
export type JsonNode = { offset: number } & (
  | { type: 'null'; value: null }
  | { type: 'boolean'; value: boolean }
  | { type: 'number'; value: number | WrittenNumber }
  | { type: 'string'; value: string }
  | { type: 'array'; items: JsonNode[] }
  | { type: 'object'; members: { key: string; node: JsonNode }[] }
);

interface JsonProblem {
  code: 'syntax' | 'tooDeep';
  /** The message of the JSON parser of KubeVirt and HCO, so that it can be found in their events and logs. */
  message: string;
  offset: number;
}

export type JsonText = { ok: true; node: JsonNode } | { ok: false; problem: JsonProblem };

/** Deeper than any real annotation, and far from the limit of recursion. */
const MAX_DEPTH = 500;

class Unreadable extends Error {
  constructor(readonly problem: JsonProblem) {
    super(problem.message);
  }
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
/** Parts of a string. One expression for the whole string would overflow the stack on megabytes of escapes. */
const STRING_PIECE = /[^"\\\u0000-\u001f]+|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const LITERALS = [
  ['true', true],
  ['false', false],
  ['null', null],
] as const;

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  document(): JsonNode {
    const node = this.value(0);
    this.blanks();
    if (this.at < this.text.length) {
      this.fail('after top-level value');
    }
    return node;
  }

  private value(depth: number): JsonNode {
    this.blanks();
    const offset = this.at;
    if (depth > MAX_DEPTH) {
      throw new Unreadable({ code: 'tooDeep', message: 'exceeded max depth', offset });
    }
    const first = this.text[offset];
    if (first === '{') {
      return { type: 'object', offset, members: this.members(depth) };
    }
    if (first === '[') {
      return { type: 'array', offset, items: this.items(depth) };
    }
    if (first === '"') {
      return { type: 'string', offset, value: this.string() };
    }
    return this.literal(offset) ?? this.number(offset);
  }

  private members(depth: number): { key: string; node: JsonNode }[] {
    const members: { key: string; node: JsonNode }[] = [];
    this.at += 1;
    if (this.take('}')) {
      return members;
    }
    do {
      this.blanks();
      if (this.text[this.at] !== '"') {
        this.fail('looking for beginning of object key string');
      }
      const key = this.string();
      this.expect(':', 'after object key');
      members.push({ key, node: this.value(depth + 1) });
    } while (this.take(','));
    this.expect('}', 'after object key:value pair');
    return members;
  }

  private items(depth: number): JsonNode[] {
    const items: JsonNode[] = [];
    this.at += 1;
    if (this.take(']')) {
      return items;
    }
    do {
      items.push(this.value(depth + 1));
    } while (this.take(','));
    this.expect(']', 'after array element');
    return items;
  }

  private string(): string {
    const start = this.at;
    this.at += 1;
    while (this.match(STRING_PIECE) !== undefined) {
      // Each match advances the position.
    }
    if (this.text[this.at] !== '"') {
      this.fail('in string literal');
    }
    this.at += 1;
    return JSON.parse(this.text.slice(start, this.at)) as string;
  }

  private literal(offset: number): JsonNode | undefined {
    for (const [word, value] of LITERALS) {
      if (this.text.startsWith(word, offset)) {
        this.at += word.length;
        return value === null ? { type: 'null', offset, value } : { type: 'boolean', offset, value };
      }
    }
    return undefined;
  }

  private number(offset: number): JsonNode {
    const source = this.match(NUMBER);
    if (source === undefined) {
      return this.fail('looking for beginning of value');
    }
    const value = Number(source);
    return { type: 'number', offset, value: String(value) === source ? value : new WrittenNumber(source) };
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private blanks(): void {
    while (' \t\n\r'.includes(this.text[this.at] ?? '.')) {
      this.at += 1;
    }
  }

  private take(character: string): boolean {
    this.blanks();
    const found = this.text[this.at] === character;
    this.at += found ? 1 : 0;
    return found;
  }

  private expect(character: string, context: string): void {
    if (!this.take(character)) {
      this.fail(context);
    }
  }

  private fail(context: string): never {
    const found = this.text.codePointAt(this.at);
    const message =
      found === undefined
        ? 'unexpected end of JSON input'
        : `invalid character ${quoteCharacter(String.fromCodePoint(found))} ${context}`;
    throw new Unreadable({ code: 'syntax', message, offset: this.at });
  }
}

const quoteCharacter = (character: string): string =>
  character === "'" ? "'\\''" : character === '"' ? `'"'` : `'${JSON.stringify(character).slice(1, -1)}'`;

/** Parses any text; never throws. */
export const readJson = (text: string): JsonText => {
  try {
    return { ok: true, node: new Reader(text).document() };
  } catch (error) {
    if (error instanceof Unreadable) {
      return { ok: false, problem: error.problem };
    }
    throw error;
  }
};

/** The value as JSON.parse would return it, except for numbers that would be written differently. */
export const jsonValue = (node: JsonNode): unknown => {
  switch (node.type) {
    case 'array':
      return node.items.map(jsonValue);
    case 'object':
      // fromEntries defines properties, so that a key `__proto__` stays a key.
      return Object.fromEntries(node.members.map(({ key, node: member }) => [key, jsonValue(member)]));
    default:
      return node.value;
  }
};
