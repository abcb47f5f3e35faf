export interface LineSplitter {
  /** Takes the next bytes and returns the lines that they complete, without line ends. */
  push: (chunk: Uint8Array) => string[];
  /** Returns the rest if the text ends without a line end. */
  end: () => string[];
}

/** Longer lines are cut, so that an endless line cannot fill the page's memory. */
const LINE_LIMIT = 4 * 1024 * 1024;

/**
 * Splits UTF-8 bytes into lines, even if chunks are split within lines, characters or `\r
`.
 *
 * @param limit longest line in UTF-16 units; the rest of a line is dropped
 */
export const lineSplitter = (limit = LINE_LIMIT): LineSplitter => {
  const decoder = new TextDecoder();
  // Pieces instead of a growing string, because a long line arrives in thousands of chunks.
  let pieces: string[] = [];
  let length = 0;

  const add = (piece: string): void => {
    const kept = piece.slice(0, Math.max(0, limit - length));
    if (kept !== '') {
      pieces.push(kept);
      length += kept.length;
    }
  };
  const take = (): string => {
    const line = pieces.join('');
    pieces = [];
    length = 0;
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  };
  const split = (text: string): string[] => {
    const [first = '', ...others] = text.split('\n');
    const lines: string[] = [];
    add(first);
    for (const other of others) {
      lines.push(take());
      add(other);
    }
    return lines;
  };

  return {
    push: (chunk) => split(decoder.decode(chunk, { stream: true })),
    end: () => {
      const lines = split(decoder.decode());
      return length === 0 ? lines : [...lines, take()];
    },
  };
};
