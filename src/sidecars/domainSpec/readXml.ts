import { KUBEVIRT_NAMESPACE, QEMU_NAMESPACE, type XmlElement } from './xmlElement';
import { XmlCursor, XmlProblem } from './xmlCursor';

/** What libvirt refuses although KubeVirt's parser accepts it. */
export type LibvirtRefusal = 'textAround' | 'duplicateAttribute' | 'undeclaredPrefix' | 'tooDeep';

export type XmlReading =
  | { kind: 'read'; root: XmlElement; refusal: LibvirtRefusal | undefined }
  /** `message` is that of KubeVirt's parser. `rootName` is undefined if there is no element at all. */
  | { kind: 'malformed'; message: string; rootName: string | undefined };

interface OpenElement {
  writtenName: string;
  element: { name: string; attributes: Map<string, string>; children: XmlElement[]; text: string };
  namespaces: ReadonlyMap<string, string>;
}

/** The limit of libxml2, which libvirt uses. */
const MAX_DEPTH = 256;

const KNOWN_PREFIXES: ReadonlyMap<string, string> = new Map([
  [QEMU_NAMESPACE, 'qemu:'],
  [KUBEVIRT_NAMESPACE, 'kubevirt:'],
]);

/** Prefix and local name. */
const split = (name: string): [string, string] => {
  const [, prefix = '', local = name] = /^([^:]+):([^:]+)$/.exec(name) ?? [];
  return [prefix, local];
};

const endTagProblem = (opened: string | undefined, closed: string): string => {
  const [closedPrefix, closedLocal] = split(closed);
  if (opened === undefined) {
    return `unexpected end element </${closedLocal}>`;
  }
  const [prefix, local] = split(opened);
  return local === closedLocal
    ? `element <${local}> in space ${prefix} closed by </${closedLocal}> in space ${closedPrefix}`
    : `element <${local}> closed by </${closedLocal}>`;
};

class Reader {
  private readonly cursor: XmlCursor;
  private readonly open: OpenElement[] = [];
  private root: XmlElement | undefined;
  private refusal: LibvirtRefusal | undefined;
  rootName: string | undefined;

  constructor(private readonly xml: string) {
    this.cursor = new XmlCursor(xml);
  }

  /** Like Go, reads to the end of the first element. The rest is only of interest to libvirt. */
  read(): XmlReading {
    while (this.root === undefined) {
      const text = this.cursor.textUntilTag(this.open.length === 0);
      if (this.open.length > 0) {
        this.addText(text);
      } else if (/[^\s\uFEFF]/.test(text)) {
        this.refuse('textAround');
      }
      this.readMarkup();
    }
    if (
      /\S/.test(this.xml.slice(this.cursor.at).replace(/<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)/g, ''))
    ) {
      this.refuse('textAround');
    }
    return { kind: 'read', root: this.root, refusal: this.refusal };
  }

  private refuse(refusal: LibvirtRefusal): void {
    this.refusal ??= refusal;
  }

  private addText(text: string): void {
    const element = this.open.at(-1)?.element;
    if (element !== undefined) {
      element.text += text;
    }
  }

  private readMarkup(): void {
    const { cursor } = this;
    const at = cursor.at;
    const aside = cursor.aside();
    if (aside !== undefined) {
      if (aside.kind === 'cdata') {
        this.addText(aside.text);
      } else if (aside.kind === 'instruction' && /^<\?xml\s/.test(this.xml.slice(at, at + 6)) && at > 0) {
        this.refuse('textAround');
      }
    } else if (cursor.take('</')) {
      this.endTag();
    } else {
      this.startTag();
    }
  }

  private startTag(): void {
    const { cursor } = this;
    cursor.take('<');
    const name = cursor.name('expected element name after <');
    const written = new Map<string, string>();
    let isEmpty = false;
    for (;;) {
      cursor.blanks();
      if (cursor.take('/')) {
        cursor.expect('>', 'expected /> in element');
        isEmpty = true;
        break;
      }
      if (cursor.take('>')) {
        break;
      }
      const [attribute, value] = cursor.attribute();
      if (written.has(attribute)) {
        this.refuse('duplicateAttribute');
      }
      written.set(attribute, value);
    }
    this.rootName ??= split(name)[1];
    this.openElement(name, written);
    if (isEmpty) {
      this.closeElement();
    }
  }

  private endTag(): void {
    const { cursor } = this;
    const name = cursor.name('expected element name after </');
    cursor.blanks();
    cursor.expect('>', `invalid characters between </${split(name)[1]} and >`);
    const opened = this.open.at(-1)?.writtenName;
    if (opened !== name) {
      cursor.fail(endTagProblem(opened, name));
    }
    this.closeElement();
  }

  private openElement(writtenName: string, written: ReadonlyMap<string, string>): void {
    const parent = this.open.at(-1);
    const declared = [...written].filter(([name]) => /^xmlns(:|$)/.test(name));
    const namespaces =
      declared.length === 0
        ? (parent?.namespaces ?? new Map<string, string>())
        : new Map([
            ...(parent?.namespaces ?? []),
            ...declared.map(([name, value]): [string, string] => [name.slice('xmlns:'.length), value]),
          ]);
    const attributes = new Map([...written].filter(([name]) => !/^xmlns(:|$)/.test(name)));
    const prefixes = [writtenName, ...attributes.keys()].map((name) => split(name)[0]);
    if (prefixes.some((prefix) => prefix !== '' && prefix !== 'xml' && !namespaces.has(prefix))) {
      this.refuse('undeclaredPrefix');
    }
    const [prefix, local] = split(writtenName);
    const known = KNOWN_PREFIXES.get(namespaces.get(prefix) ?? '');
    const name = known === undefined ? writtenName : known + local;
    if (this.open.length >= MAX_DEPTH) {
      this.refuse('tooDeep');
    }
    this.open.push({ writtenName, namespaces, element: { name, attributes, children: [], text: '' } });
  }

  private closeElement(): void {
    const element = this.open.pop()?.element;
    if (element === undefined) {
      return;
    }
    if (element.text.trim() === '') {
      element.text = '';
    }
    const parent = this.open.at(-1)?.element;
    if (parent === undefined) {
      this.root = element;
    } else if (this.open.length < MAX_DEPTH) {
      parent.children.push(element);
    }
  }
}

/**
 * Reads XML as KubeVirt does with Go's encoding/xml, and says what libvirt would not accept. Never throws. Needs no
 * browser, and takes linear time.
 */
export const readXml = (xml: string): XmlReading => {
  const reader = new Reader(xml);
  try {
    return reader.read();
  } catch (error) {
    if (error instanceof XmlProblem) {
      return { kind: 'malformed', message: error.message, rootName: reader.rootName };
    }
    throw error;
  }
};
