import { finish, type Steps } from '../text/steps';
import { readMarkup, type ElementPosition, type Markup } from './markup';
import { namespacesOf } from './namespaces';
import { parseXml, type Malformed, type XmlTools } from './wellFormed';

export interface DomainElements {
  kind: 'wellFormed';
  document: Document;
  /** What prefixes stand for. */
  namespaces: ReadonlyMap<string, string>;
  positions: ReadonlyMap<Element, ElementPosition>;
}

/** Domain XML and what was read in it once, for all who look for something. */
export interface ParsedDomain {
  text: string;
  content: DomainElements | Malformed;
}

/** The document and, in it, the elements that a piece goes on in: each is the last, or the first, in the one before. */
const chainOf = (
  document: Document,
  depth: number,
  next: (node: ParentNode) => Element | null,
): ParentNode[] => {
  const chain: ParentNode[] = [document];
  for (let at = next(document); at !== null && chain.length <= depth; at = next(at)) {
    chain.push(at);
  }
  return chain;
};

/** The whole with what a piece holds, at the place it has in the whole. */
const joined = (whole: Document | undefined, piece: Document, depth: number): Document => {
  if (whole === undefined) {
    return piece;
  }
  const into = chainOf(whole, depth, (node) => node.lastElementChild);
  const from = chainOf(piece, depth, (node) => node.firstElementChild);
  from.forEach((source, level) => {
    // The first child of all but the innermost is the next element around the piece.
    let node = level === depth ? source.firstChild : (source.firstChild?.nextSibling ?? null);
    while (node !== null) {
      const next = node.nextSibling;
      into[level]?.appendChild(node);
      node = next;
    }
  });
  return whole;
};

const elementsOf = (document: Document, { positions, declaring }: Markup): DomainElements => {
  const elements = [...document.getElementsByTagName('*')];
  const placed = new Map<Element, ElementPosition>();
  elements.forEach((element, index) => {
    const position = positions[index];
    if (position !== undefined) {
      placed.set(element, position);
    }
  });
  const namespaces = namespacesOf(declaring.flatMap((index) => elements[index] ?? []));
  return { kind: 'wellFormed', document, positions: placed, namespaces };
};

/**
 * Parses domain XML of any size; never throws. Browsers parse a text in one go, which for megabytes keeps the page busy
 * too long: here they get it in pieces. Where one is no XML they get the whole, so that it is they who say what is
 * wrong, and where.
 */
export function* parseDomainSteps(
  text: string,
  tools: XmlTools = globalThis,
  pieceCharacters?: number,
): Steps<ParsedDomain> {
  const markup = readMarkup(text, pieceCharacters);
  let document: Document | undefined;
  let isComplete = false;
  for (;;) {
    const { done, value } = markup.next();
    const piece = done === true ? value.last : value;
    if (piece !== undefined && !isComplete) {
      let parsed = parseXml(`${piece.before}${piece.text}${piece.after}`, tools);
      if (parsed.kind === 'malformed' && piece.text !== text) {
        parsed = parseXml(text, tools);
        document = undefined;
        isComplete = true;
      }
      if (parsed.kind === 'malformed') {
        return { text, content: parsed };
      }
      document = joined(document, parsed.document, piece.depth);
    }
    yield;
    if (done === true && document !== undefined) {
      return { text, content: elementsOf(document, value) };
    }
  }
}

/** The same at once. */
export const readDomain = (text: string): ParsedDomain => finish(parseDomainSteps(text));
