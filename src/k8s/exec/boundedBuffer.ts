/** Collects bytes up to a limit and counts the rest, so that an endless output cannot fill the page's memory. */
export interface BoundedBuffer {
  push: (chunk: Uint8Array) => void;
  /** The text so far. Bytes that are no UTF-8 become U+FFFD. */
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
      if (room > 0) {
        const part = chunk.byteLength > room ? chunk.subarray(0, room) : chunk;
        chunks.push(part);
        kept += part.byteLength;
      }
    },
    text: () => {
      const all = new Uint8Array(kept);
      let offset = 0;
      for (const chunk of chunks) {
        all.set(chunk, offset);
        offset += chunk.byteLength;
      }
      return new TextDecoder().decode(all);
    },
    received: () => received,
    cut: () => received > kept,
  };
};
