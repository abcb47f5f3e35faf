/** Its message is that of Go's encoding/xml. */
export class XmlProblem extends Error {}

/** Go reads these characters before it checks whether they are a name. */
const NAME_CHARACTERS = /[-A-Za-z0-9_:.\u0080-\uffff]*/y;
const NAME = /^[\p{L}_:][-\p{L}\p{M}\p{N}._:·]*$/u;
const BLANKS = /[ \t\r\n]*/y;
/** What XML does not have. */
const NO_XML_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const ENTITY = /&(#(?:[0-9]+|x[0-9a-fA-F]+)|[-A-Za-z0-9_:.\u0080-\uffff]*)(;?)/g;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', apos: "'", quot: '"' };

/** What is neither text nor a tag. */
interface Aside {
  kind: 'comment' | 'cdata' | 'instruction' | 'directive';
  text: string;
}

const ASIDES: readonly (readonly [start: string, end: string, kind: Aside['kind']])[] = [
  ['<!--', '-->', 'comment'],
  ['<![CDATA[', ']]>', 'cdata'],
  ['<?', '?>', 'instruction'],
  ['<!', '>', 'directive'],
];

/** A place in an XML text that moves on while the text is read. Fails with the messages of Go's encoding/xml. */
export class XmlCursor {
  at = 0;

  constructor(private readonly xml: string) {}

  fail(message: string): never {
    const line = this.xml.slice(0, this.at).split('\n').length;
    throw new XmlProblem(`XML syntax error on line ${String(line)}: ${message}`);
  }

  /** @param isOutside before the root element, where a text may end without an error in it */
  textUntilTag(isOutside: boolean): string {
    const end = this.xml.indexOf('<', this.at);
    const raw = this.xml.slice(this.at, end < 0 ? undefined : end);
    const outOfContext = raw.indexOf(']]>');
    if (outOfContext >= 0) {
      this.at += outOfContext + 3;
      this.fail('unescaped ]]> not in CDATA section');
    }
    const text = this.unescaped(raw, this.at);
    this.at += raw.length;
    if (end < 0) {
      return isOutside ? this.endOfInput() : this.fail('unexpected EOF');
    }
    return text;
  }

  private endOfInput(): never {
    throw new XmlProblem('EOF');
  }

  aside(): Aside | undefined {
    const found = ASIDES.find(([start]) => this.xml.startsWith(start, this.at));
    if (found === undefined) {
      return undefined;
    }
    const [start, end, kind] = found;
    this.at += start.length;
    const dashes = kind === 'comment' ? this.xml.indexOf('--', this.at) : -1;
    if (dashes >= 0 && dashes + 2 < this.xml.length && this.xml.charAt(dashes + 2) !== '>') {
      this.at = dashes + 3;
      this.fail('invalid sequence "--" not allowed in comments');
    }
    return { kind, text: this.until(end) };
  }

  /** Moves past `end`. */
  private until(end: string): string {
    const found = this.xml.indexOf(end, this.at);
    if (found < 0) {
      this.at = this.xml.length;
      this.fail('unexpected EOF');
    }
    const text = this.xml.slice(this.at, found);
    this.at = found + end.length;
    return text;
  }

  name(problem: string): string {
    const name = this.match(NAME_CHARACTERS);
    if (name === '') {
      return this.failHere(problem);
    }
    if (!NAME.test(name)) {
      return this.fail(`invalid XML name: ${name}`);
    }
    return name.split(':').length > 2 ? this.fail(problem) : name;
  }

  attribute(): [string, string] {
    const name = this.name('expected attribute name in element');
    this.blanks();
    this.expect('=', 'attribute name without = in element');
    this.blanks();
    const quote = this.xml.charAt(this.at);
    if (quote !== '"' && quote !== "'") {
      this.failHere('unquoted or missing attribute value in element');
    }
    this.at += 1;
    const start = this.at;
    const unescaped = this.xml.slice(start).search(quote === '"' ? /["<]/ : /['<]/);
    if (unescaped >= 0 && this.xml.charAt(start + unescaped) === '<') {
      this.at = start + unescaped + 1;
      this.fail('unescaped < inside quoted string');
    }
    return [name, this.unescaped(this.until(quote), start)];
  }

  blanks(): void {
    this.match(BLANKS);
  }

  take(text: string): boolean {
    const isHere = this.xml.startsWith(text, this.at);
    this.at += isHere ? text.length : 0;
    return isHere;
  }

  expect(text: string, problem: string): void {
    if (!this.take(text)) {
      this.failHere(problem);
    }
  }

  private failHere(problem: string): never {
    return this.fail(this.at >= this.xml.length ? 'unexpected EOF' : problem);
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.xml)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  private unescaped(raw: string, start: number): string {
    const text = !raw.includes('&')
      ? raw
      : raw.replace(ENTITY, (written, name: string, end: string, offset: number) => {
          const character = end === ';' ? this.character(name) : undefined;
          if (character !== undefined) {
            return character;
          }
          this.at = start + offset + written.length;
          return this.fail(`invalid character entity ${written}${end === ';' ? '' : ' (no semicolon)'}`);
        });
    const illegal = NO_XML_CHARACTER.exec(text)?.[0];
    if (illegal !== undefined) {
      this.at = start + raw.length;
      const code = illegal.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
      this.fail(`illegal character code U+${code}`);
    }
    return text.replace(/\r\n?/g, '\n');
  }

  private character(name: string): string | undefined {
    if (!name.startsWith('#')) {
      return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
    }
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
  }
}
