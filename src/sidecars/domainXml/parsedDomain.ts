import { documentSize, type DocumentSize } from './documentSize';
import { elementPositions, type ElementPosition } from './elementPositions';
import { namespacesOf } from './namespaces';
import { parseXml, type Malformed } from './wellFormed';

export interface DomainElements {
  kind: 'wellFormed';
  document: Document;
  /** Namespaces by prefix. */
  namespaces: ReadonlyMap<string, string>;
  positions: ReadonlyMap<Element, ElementPosition>;
  /** Computed when it is first read. */
  size: () => DocumentSize;
}

/** Parsed domain XML, shared by all code that searches it. */
export interface ParsedDomain {
  text: string;
  content: DomainElements | Malformed;
}

/** Parses domain XML; never throws. Megabytes take some hundred milliseconds. */
export const readDomain = (text: string): ParsedDomain => {
  const parsed = parseXml(text);
  if (parsed.kind === 'malformed') {
    return { text, content: parsed };
  }
  const elements = [...parsed.document.getElementsByTagName('*')];
  const placed = elementPositions(text);
  const positions = new Map(
    elements.flatMap((element, index): [Element, ElementPosition][] => {
      const position = placed[index];
      return position === undefined ? [] : [[element, position]];
    }),
  );
  let size: DocumentSize | undefined;
  return {
    text,
    content: {
      ...parsed,
      positions,
      namespaces: namespacesOf(elements),
      size: () => (size ??= documentSize(elements, text.length)),
    },
  };
};
