/** Where an element stands in the text; lines and columns count from 1. */
export interface ElementPosition {
  line: number;
  column: number;
  /** The line its end tag ends on, or its own tag when it is empty. */
  endLine: number;
}

/**
 * Comments, CDATA sections, processing instructions, a document type, and tags, whose attribute values may contain
 * `>`. What is left between them is text.
 */
const MARKUP =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<![^>]*>|<(\/?)[^\s/>!?](?:[^>"']|"[^"]*"|'[^']*')*>/g;

/**
 * The positions of all elements of a well-formed XML text in document order: the n-th is that of the n-th start tag,
 * as `getElementsByTagName('*')` counts them. Neither browsers' DOM nor XPath says where a node came from.
 */
export const elementPositions = (xml: string): ElementPosition[] => {
  const positions: ElementPosition[] = [];
  const open: ElementPosition[] = [];
  let line = 1;
  let lineStart = 0;
  let read = 0;
  const advanceTo = (offset: number): void => {
    for (let at = xml.indexOf('\n', read); at >= 0 && at < offset; at = xml.indexOf('\n', at + 1)) {
      line += 1;
      lineStart = at + 1;
    }
    read = offset;
  };
  for (const match of xml.matchAll(MARKUP)) {
    const [tag, slash] = match;
    advanceTo(match.index);
    const position = { line, column: match.index - lineStart + 1, endLine: line };
    advanceTo(match.index + tag.length);
    if (slash === '/') {
      const element = open.pop();
      if (element !== undefined) {
        element.endLine = line;
      }
    } else if (slash === '') {
      position.endLine = line;
      positions.push(position);
      if (!tag.endsWith('/>')) {
        open.push(position);
      }
    }
  }
  return positions;
};
