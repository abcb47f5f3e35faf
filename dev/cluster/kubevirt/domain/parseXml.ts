import { XmlScanner, XmlSyntaxError, type XmlFault } from './xmlScanner';
import type { XmlElement } from './xmlTree';

/** Has the message of the real component. */
export class DomainXmlError extends Error {}

const goText = (fault: XmlFault): string => {
  switch (fault.kind) {
    case 'noRoot':
      return 'EOF';
    case 'endOfInput':
      return `XML syntax error on line ${fault.line}: unexpected EOF`;
    case 'mismatch':
      return fault.opened === ''
        ? `XML syntax error on line ${fault.line}: unexpected end element </${fault.closed}>`
        : `XML syntax error on line ${fault.line}: element <${fault.opened}> closed by </${fault.closed}>`;
    case 'syntax':
      return `XML syntax error on line ${fault.line}: ${fault.go}`;
    case 'duplicate':
      return `XML syntax error on line ${fault.line}: duplicate attribute ${fault.attribute}`;
  }
};

/** The line at a position with a pointer below it, as in libvirt's errors. */
const withPlace = (text: string, position: number): string => {
  const start = text.lastIndexOf('\n', position - 1) + 1;
  const [line = ''] = text.slice(start).split('\n', 1);
  return `\n${line.slice(0, 80)}\n${'-'.repeat(position - start)}^`;
};

const libxmlText = (fault: XmlFault, text: string): string => {
  switch (fault.kind) {
    case 'noRoot':
      return `${fault.line}: Start tag expected, '<' not found`;
    case 'endOfInput':
      return fault.open === undefined
        ? `${fault.line}: Document is empty`
        : `${fault.line}: Premature end of data in tag ${fault.open.name} line ${fault.open.line}`;
    case 'mismatch':
      return `${fault.line}: Opening and ending tag mismatch: ${fault.opened} line ${fault.openedLine} and ${fault.closed}${withPlace(text, fault.end)}`;
    case 'syntax':
      return `${fault.line}: ${fault.libxml}`;
    case 'duplicate':
      return `${fault.line}: Attribute ${fault.attribute} redefined${withPlace(text, fault.end)}`;
  }
};

/**
 * Parses like KubeVirt parses a hook script's output: text around the first element is ignored, and the element must be a
 * `<domain>`. Throws DomainXmlError with the message of Go's encoding/xml.
 */
export const parseAsKubeVirt = (text: string): XmlElement => {
  let root: XmlElement;
  try {
    root = new XmlScanner(text).scanRoot().root;
  } catch (error) {
    throw error instanceof XmlSyntaxError ? new DomainXmlError(goText(error.fault)) : error;
  }
  if (root.name !== 'domain') {
    throw new DomainXmlError(`expected element type <domain> but have <${root.name}>`);
  }
  return root;
};

/** Parses like libvirt: the whole text must be one document. Throws DomainXmlError with libvirt's message. */
export const parseAsLibvirt = (text: string): XmlElement => {
  const fail = (message: string): DomainXmlError => new DomainXmlError(`(domain_definition):${message}`);
  const scanner = new XmlScanner(text, true);
  try {
    const { root, leading, end } = scanner.scanRoot();
    if (leading) {
      const at = text.search(/\S/);
      throw fail(`${scanner.lineAt(at)}: Start tag expected, '<' not found${withPlace(text, at)}`);
    }
    const rest = text.slice(end).replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '');
    if (/\S/.test(rest)) {
      const at = end + text.slice(end).search(/\S/);
      throw fail(`${scanner.lineAt(at)}: Extra content at the end of the document${withPlace(text, at)}`);
    }
    return root;
  } catch (error) {
    throw error instanceof XmlSyntaxError ? fail(libxmlText(error.fault, text)) : error;
  }
};
