/** Where an element stands in the text; lines and columns count from 1. */
export interface ElementPosition {
  line: number;
  column: number;
  /** The line its end tag ends on, or its own tag when it is empty. */
  endLine: number;
}

/**
 * Comments, CDATA sections, processing instructions, a document type, and tags, whose attribute values may contain
 * `>`. What is left between them is text. What does not end goes to the end of the text, and no tag beyond the next
 * `<`: whatever the text, it is read in linear time.
 */
const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\?[\s\S]*?(?:\?>|$)|<![^>]*(?:>|$)|<(\/?)[^\s/<>!?](?:[^<>"']|"[^<"]*"|'[^<']*')*>/g;

/** The positions of all elements, in document order: neither the browser's DOM nor XPath says them. */
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
