import type { XmlElement } from '../../domainSpec/xmlElement';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

const startTag = ({ name, attributes }: XmlElement, end: string): string => {
  const written = [...attributes]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => ` ${key}="${escaped(value).replaceAll('\n', '&#10;')}"`);
  return `<${name}${written.join('')}${end}`;
};

/** Next to children, blank text around a text is only layout. */
export const meantText = ({ children, text }: XmlElement): string =>
  children.length > 0 ? text.trim() : text;

export interface CanonicalLines {
  /** The whole element if it has no children. */
  open: string;
  /** Undefined for an element without children. */
  close: string | undefined;
}

/** An element in one spelling, so that two of them differ only where their meaning does. */
export const canonicalLines = (element: XmlElement, depth: number): CanonicalLines => {
  const indent = '  '.repeat(depth);
  const text = escaped(meantText(element));
  if (element.children.length > 0) {
    return {
      open: `${indent}${startTag(element, '>')}${text}`,
      close: `${indent}</${element.name}>`,
    };
  }
  return {
    open:
      text === ''
        ? `${indent}${startTag(element, '/>')}`
        : `${indent}${startTag(element, '>')}${text}</${element.name}>`,
    close: undefined,
  };
};
