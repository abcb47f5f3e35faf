/** Go's JSON decoder, as far as its verdicts and error texts are seen by users of KubeVirt. */

export class GoJsonError extends Error {}

const quoted = (character: string): string =>
  character === "'" ? `'\\''` : character === '"' ? `'"'` : `'${character}'`;

/** Where a scan for one JSON value ended: a Go error text, or the offset after the value. */
class Scanner {
  private position = 0;

  constructor(private readonly text: string) {}

  check(): void {
    this.value('looking for beginning of value');
    this.space();
    if (this.position < this.text.length) {
      this.invalid('after top-level value');
    }
  }

  private space(): void {
    while (/[ \t\r\n]/.test(this.text.charAt(this.position))) {
      this.position += 1;
    }
  }

  private invalid(context: string): never {
    if (this.position >= this.text.length) {
      throw new GoJsonError('unexpected end of JSON input');
    }
    const character = String.fromCodePoint(this.text.codePointAt(this.position) ?? 0);
    throw new GoJsonError(`invalid character ${quoted(character)} ${context}`);
  }

  private value(context: string): void {
    this.space();
    const character = this.text.charAt(this.position);
    if (character === '{') {
      this.object();
    } else if (character === '[') {
      this.array();
    } else if (character === '"') {
      this.string();
    } else if (/[-0-9]/.test(character)) {
      this.number();
    } else if (character !== '' && 'tfn'.includes(character)) {
      this.literal(character === 't' ? 'true' : character === 'f' ? 'false' : 'null');
    } else {
      this.invalid(context);
    }
  }

  private object(): void {
    this.position += 1;
    this.space();
    if (this.text.charAt(this.position) === '}') {
      this.position += 1;
      return;
    }
    for (;;) {
      this.space();
      if (this.text.charAt(this.position) !== '"') {
        this.invalid('looking for beginning of object key string');
      }
      this.string();
      this.space();
      if (this.text.charAt(this.position) !== ':') {
        this.invalid('after object key');
      }
      this.position += 1;
      this.value('looking for beginning of value');
      this.space();
      const next = this.text.charAt(this.position);
      if (next !== ',' && next !== '}') {
        this.invalid('after object key:value pair');
      }
      this.position += 1;
      if (next === '}') {
        return;
      }
    }
  }

  private array(): void {
    this.position += 1;
    this.space();
    if (this.text.charAt(this.position) === ']') {
      this.position += 1;
      return;
    }
    for (;;) {
      this.value('looking for beginning of value');
      this.space();
      const next = this.text.charAt(this.position);
      if (next !== ',' && next !== ']') {
        this.invalid('after array element');
      }
      this.position += 1;
      if (next === ']') {
        return;
      }
    }
  }

  private string(): void {
    this.position += 1;
    for (;;) {
      const character = this.text.charAt(this.position);
      if (character === '"') {
        this.position += 1;
        return;
      }
      if (character === '' || character < ' ') {
        if (character === '\n') {
          throw new GoJsonError(`invalid character '\\n' in string literal`);
        }
        this.invalid('in string literal');
      }
      this.position += 1;
      if (character === '\\') {
        if (!/["\\/bfnrtu]/.test(this.text.charAt(this.position))) {
          this.invalid('in string escape code');
        }
        this.position += 1;
      }
    }
  }

  private number(): void {
    const match = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/.exec(this.text.slice(this.position));
    if (match === null) {
      this.position += 1;
      this.invalid('in numeric literal');
    }
    this.position += match[0].length;
  }

  private literal(word: string): void {
    for (const [index, letter] of Array.from(word).entries()) {
      if (this.text.charAt(this.position) !== letter) {
        this.invalid(`in literal ${word} (expecting ${quoted(word.charAt(index))})`);
      }
      this.position += 1;
    }
  }
}

/** The value of a JSON text. Throws GoJsonError in the words of Go's encoding/json. */
export const parseGoJson = (text: string): unknown => {
  new Scanner(text).check();
  return JSON.parse(text) as unknown;
};

/** What Go's errors call a JSON value's type. */
export const goJsonType = (value: unknown): string =>
  Array.isArray(value)
    ? 'array'
    : value === null
      ? 'null'
      : typeof value === 'boolean'
        ? 'bool'
        : typeof value;

/** Reads a field as Go does: the exact name wins, then any that differs in case only. */
export const goField = (object: Record<string, unknown>, name: string): unknown => {
  if (name in object) {
    return object[name];
  }
  const key = Object.keys(object).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : object[key];
};
