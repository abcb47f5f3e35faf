/** The position of an element in the text; lines and columns count from 1. */
export interface ElementPosition {
  line: number;
  column: number;
  /** The line where its end tag ends, or its own tag if it is empty. */
  endLine: number;
}

/**
 * Comments, CDATA sections, processing instructions, a document type, and tags, whose attribute values may contain `>`.
 * Everything between them is text. An unclosed one ends with the text; a tag ends at the next `<` at the latest, so
 * that any text is read in linear time.
 */
const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<![^>]*(?:>|$)|<(\/?)[^\s/<>!?](?:[^<>"']|"[^<"]*"|'[^<']*')*>/g;

/** The positions of all elements, in document order. Neither the browser's DOM nor XPath has positions. */
export const elementPositions = (xml: string): ElementPosition[] => {
  const positions: ElementPosition[] = [];
  const open: ElementPosition[] = [];
  let line = 1;
  let lineStart = 0;
  let lineEnd = xml.indexOf('\n');
  const advanceTo = (offset: number): void => {
    while (lineEnd >= 0 && lineEnd < offset) {
      line += 1;
      lineStart = lineEnd + 1;
      lineEnd = xml.indexOf('\n', lineStart);
    }
  };
  for (const match of xml.matchAll(MARKUP)) {
    const [tag, slash] = match;
    advanceTo(match.index);
    const start = { line, column: match.index - lineStart + 1 };
    advanceTo(match.index + tag.length);
    if (slash === '/') {
      const element = open.pop();
      if (element !== undefined) {
        element.endLine = line;
      }
    } else if (slash === '') {
      const position = { ...start, endLine: line };
      positions.push(position);
      if (!tag.endsWith('/>')) {
        open.push(position);
      }
    }
  }
  return positions;
};
