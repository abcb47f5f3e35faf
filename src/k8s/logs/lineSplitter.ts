export interface LineSplitter {
  /** Takes the next bytes and answers the lines that they complete, without their line ends. */
  push: (chunk: Uint8Array) => string[];
  /** Answers what is left when the text ends without a line end. */
  end: () => string[];
}

/** A line longer than this is cut: no log may fill the page's memory by never ending a line. */
const LINE_LIMIT = 4 * 1024 * 1024;

/**
 * Splits UTF-8 bytes into lines, however they are cut into chunks: inside lines, characters or `\r\n`.
 *
 * @param limit longest line in UTF-16 units; what is beyond it is dropped
 */
export const lineSplitter = (limit = LINE_LIMIT): LineSplitter => {
  const decoder = new TextDecoder();
  // Pieces, not one growing string: a long line arrives in thousands of chunks.
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
