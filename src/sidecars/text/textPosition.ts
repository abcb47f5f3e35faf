/** A position in a text: `line` and `column` count from 1, `offset` from 0, all in UTF-16 units. */
export interface TextPosition {
  line: number;
  column: number;
  offset: number;
}

export const positionOf = (text: string, offset: number): TextPosition => {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: offset - lineStart + 1, offset };
};
