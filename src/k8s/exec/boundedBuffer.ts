/** Collects bytes up to a limit and counts the rest, so that an endless output cannot fill the page's memory. */
export interface BoundedBuffer {
  push: (chunk: Uint8Array) => void;
  /**
   * The text so far. Bytes that are no UTF-8 become U+FFFD; a character that the limit cut in half is left out.
   */
  text: () => string;
  /** Bytes that came, kept or not. */
  received: () => number;
  /** True when bytes were dropped. */
  cut: () => boolean;
}

export const boundedBuffer = (limitBytes: number): BoundedBuffer => {
  const chunks: Uint8Array[] = [];
  let kept = 0;
  let received = 0;
  return {
    push: (chunk) => {
      received += chunk.byteLength;
      const room = limitBytes - kept;
      if (room > 0 && chunk.byteLength > 0) {
        // A copy of the part: a view would keep the whole frame in memory.
        const part = chunk.byteLength > room ? chunk.slice(0, room) : chunk;
        chunks.push(part);
        kept += part.byteLength;
      }
    },
    text: () => {
      const decoder = new TextDecoder();
      const parts = chunks.map((chunk) => decoder.decode(chunk, { stream: true }));
      // The final call turns an unfinished character into U+FFFD: right for what the command wrote, wrong for our cut.
      return parts.join('') + (received > kept ? '' : decoder.decode());
    },
    received: () => received,
    cut: () => received > kept,
  };
};
