import type { XmlElement } from './xmlTree';

export type XmlFault =
  | { kind: 'endOfInput'; line: number; open: { name: string; line: number } | undefined }
  | { kind: 'mismatch'; line: number; opened: string; openedLine: number; closed: string; end: number }
  | { kind: 'noRoot'; line: number }
  | { kind: 'syntax'; line: number; go: string; libxml: string }
  | { kind: 'duplicate'; line: number; attribute: string; end: number };

export class XmlSyntaxError extends Error {
  constructor(readonly fault: XmlFault) {
    super(fault.kind);
  }
}

const NAME_AT = /[A-Za-z_:\u0080-\uffff][-A-Za-z0-9._:\u0080-\uffff]*/y;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Has the offset, not the line: counting lines takes long, and only errors need them. */
interface OpenElement {
  element: XmlElement;
  start: number;
}

export interface ScanResult {
  root: XmlElement;
  /** Character data before the root element, other than white space. */
  leading: boolean;
  /** Offset just after the root element. */
  end: number;
}

/** Reads the first element with its content. Skips text before it, and does not read text after it. */
export class XmlScanner {
  private position = 0;

  constructor(
    private readonly text: string,
    /** True for libxml; Go uses the last one. */
    private readonly refusesDuplicates = false,
  ) {}

  lineAt(position: number): number {
    let line = 1;
    for (
      let index = this.text.indexOf('\n');
      index !== -1 && index < position;
      index = this.text.indexOf('\n', index + 1)
    ) {
      line += 1;
    }
    return line;
  }

  scanRoot(): ScanResult {
    let leading = false;
    for (;;) {
      const start = this.text.indexOf('<', this.position);
      const between = this.text.slice(this.position, start === -1 ? undefined : start);
      leading ||= /[^\s\uFEFF]/.test(between);
      if (start === -1) {
        throw new XmlSyntaxError({ kind: 'noRoot', line: this.lineAt(this.position) });
      }
      this.position = start;
      if (!this.skipMarkup()) {
        break;
      }
    }
    const stack: OpenElement[] = [];
    let root: XmlElement | undefined;
    for (;;) {
      const top = stack.at(-1);
      const start = this.text.indexOf('<', this.position);
      if (start === -1) {
        this.position = this.text.length;
        throw this.endOfInput(top);
      }
      if (start > this.position && top !== undefined) {
        top.element.children.push(this.unescape(this.text.slice(this.position, start)));
      }
      this.position = start;
      if (this.text.startsWith('<![CDATA[', start)) {
        top?.element.children.push(this.until(']]>', 9));
      } else if (this.text.startsWith('</', start)) {
        this.position += 2;
        const closed = this.name('expected element name after </', top);
        this.skipSpace();
        this.expect('>', `invalid characters between </${closed} and >`, "expected '>'");
        if (top?.element.name !== closed) {
          throw new XmlSyntaxError({
            kind: 'mismatch',
            line: this.lineAt(this.position),
            opened: top?.element.name ?? '',
            openedLine: top === undefined ? 1 : this.lineAt(top.start),
            closed,
            end: this.position,
          });
        }
        stack.pop();
        if (stack.length === 0) {
          break;
        }
      } else if (!this.skipMarkup(top)) {
        const { element, selfClosed } = this.startTag(top);
        top?.element.children.push(element);
        root ??= element;
        if (!selfClosed) {
          stack.push({ element, start });
        } else if (stack.length === 0) {
          break;
        }
      }
    }
    return { root, leading, end: this.position } as ScanResult;
  }

  /** Comments, processing instructions and declarations. */
  private skipMarkup(top?: OpenElement): boolean {
    for (const [open, close] of [
      ['<!--', '-->'],
      ['<?', '?>'],
      ['<!', '>'],
    ] as const) {
      if (this.text.startsWith(open, this.position)) {
        this.until(close, open.length, top);
        return true;
      }
    }
    return false;
  }

  private until(close: string, skip: number, top?: OpenElement): string {
    const from = this.position + skip;
    const end = this.text.indexOf(close, from);
    if (end === -1) {
      this.position = this.text.length;
      throw this.endOfInput(top);
    }
    this.position = end + close.length;
    return this.text.slice(from, end);
  }

  private startTag(top: OpenElement | undefined): { element: XmlElement; selfClosed: boolean } {
    this.position += 1;
    const name = this.name('expected element name after <', top);
    const element: XmlElement = { name, attributes: {}, children: [] };
    let duplicate: string | undefined;
    for (;;) {
      this.skipSpace();
      const next = this.text.charAt(this.position);
      if (duplicate !== undefined && (next === '>' || next === '/')) {
        const line = this.lineAt(this.position);
        throw new XmlSyntaxError({ kind: 'duplicate', line, attribute: duplicate, end: this.position });
      }
      if (next === '>') {
        this.position += 1;
        return { element, selfClosed: false };
      }
      if (next === '/') {
        this.position += 1;
        this.expect('>', 'expected /> in element', "expected '>'");
        return { element, selfClosed: true };
      }
      const key = this.name('expected attribute name in element', top);
      this.skipSpace();
      this.expect(
        '=',
        'attribute name without = in element',
        `Specification mandates value for attribute ${key}`,
      );
      this.skipSpace();
      const quote = this.text.charAt(this.position);
      if (quote !== '"' && quote !== "'") {
        throw this.syntax(
          'unquoted or missing attribute value in element',
          'AttValue: " or \' expected',
          top,
        );
      }
      if (this.refusesDuplicates && Object.hasOwn(element.attributes, key)) {
        duplicate ??= key;
      }
      element.attributes[key] = this.unescape(this.until(quote, 1, top));
    }
  }

  private name(go: string, top: OpenElement | undefined): string {
    NAME_AT.lastIndex = this.position;
    const match = NAME_AT.exec(this.text);
    if (match === null) {
      throw this.syntax(
        go,
        go.includes('attribute') ? "Couldn't find end of Start Tag" : 'StartTag: invalid element name',
        top,
      );
    }
    this.position += match[0].length;
    return match[0];
  }

  private expect(character: string, go: string, libxml: string): void {
    if (this.text.charAt(this.position) !== character) {
      throw this.syntax(go, libxml, undefined);
    }
    this.position += 1;
  }

  private skipSpace(): void {
    while (/\s/.test(this.text.charAt(this.position))) {
      this.position += 1;
    }
  }

  private syntax(go: string, libxml: string, top: OpenElement | undefined): XmlSyntaxError {
    if (this.position >= this.text.length) {
      return this.endOfInput(top);
    }
    return new XmlSyntaxError({ kind: 'syntax', line: this.lineAt(this.position), go, libxml });
  }

  private endOfInput(top: OpenElement | undefined): XmlSyntaxError {
    const line = this.lineAt(this.text.length);
    return new XmlSyntaxError({
      kind: 'endOfInput',
      line,
      open: top && { name: top.element.name, line: this.lineAt(top.start) },
    });
  }

  private unescape(raw: string): string {
    return raw.replace(/&([^;\s&<]*)(;?)/g, (all: string, body: string, end: string) => {
      const known = ENTITIES[body];
      if (end === ';' && known !== undefined) {
        return known;
      }
      const numeric = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(body);
      if (end === ';' && numeric !== null) {
        return String.fromCodePoint(numeric[1] === undefined ? Number(numeric[2]) : parseInt(numeric[1], 16));
      }
      throw new XmlSyntaxError({
        kind: 'syntax',
        line: this.lineAt(this.position),
        go: `invalid character entity ${all}${end === ';' ? '' : ' (no semicolon)'}`,
        libxml: end === ';' ? `Entity '${body}' not defined` : `EntityRef: expecting ';'`,
      });
    });
  }
}
