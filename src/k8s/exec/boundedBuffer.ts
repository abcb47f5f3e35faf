/** Stores bytes up to a limit and counts the rest, so that endless output cannot fill the page's memory. */
export interface BoundedBuffer {
  push: (chunk: Uint8Array) => void;
  /** The text so far. Invalid UTF-8 becomes U+FFFD; a character that the limit cut is omitted. */
  text: () => string;
  /** Number of received bytes, stored or not. */
  received: () => number;
  /** True if bytes were dropped. */
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
        // Copies the part, because a view would keep the whole frame in memory.
        const part = chunk.byteLength > room ? chunk.slice(0, room) : chunk;
        chunks.push(part);
        kept += part.byteLength;
      }
    },
    text: () => {
      const decoder = new TextDecoder();
      const parts = chunks.map((chunk) => decoder.decode(chunk, { stream: true }));
      // The final call turns an incomplete character into U+FFFD: correct for the command's output, wrong at our limit.
      return parts.join('') + (received > kept ? '' : decoder.decode());
    },
    received: () => received,
    cut: () => received > kept,
  };
};
