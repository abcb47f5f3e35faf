/** A record is far shorter: arguments of a hook have at most 128 KiB, and what is longer is not shown anyway. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Decompresses gzip; undefined if the bytes are damaged or would fill the page's memory. */
export const gunzip = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> => {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  // Errors of the writer come from the reader as well.
  const written = Promise.allSettled([writer.write(bytes), writer.close()]);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.readable.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value);
      length += next.value.length;
      if (length > MOST_BYTES) {
        await reader.cancel();
        return undefined;
      }
    }
  } catch {
    return undefined;
  } finally {
    await written;
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
};
