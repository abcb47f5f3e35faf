import type { XmlElement } from '../../domainSpec/xmlElement';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

const startTag = ({ name, attributes }: XmlElement, end: string): string => {
  const written = [...attributes]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, value]) => ` ${key}="${escaped(value).replaceAll('\n', '&#10;')}"`);
  return `<${name}${written.join('')}${end}`;
};

export interface CanonicalLines {
  /** The whole element if it has no children. */
  open: string;
  /** Undefined for an element without children. */
  close: string | undefined;
}

/** An element in one spelling, so that two of them differ only where their meaning does. */
export const canonicalLines = (element: XmlElement, depth: number): CanonicalLines => {
  const indent = '  '.repeat(depth);
  if (element.children.length > 0) {
    const text = element.text.trim();
    return {
      open: `${indent}${startTag(element, '>')}${escaped(text)}`,
      close: `${indent}</${element.name}>`,
    };
  }
  return {
    open:
      element.text === ''
        ? `${indent}${startTag(element, '/>')}`
        : `${indent}${startTag(element, '>')}${escaped(element.text)}</${element.name}>`,
    close: undefined,
  };
};
