/** Decodes base64; undefined if it is not valid. */
export const base64Bytes = (base64: string): Uint8Array<ArrayBuffer> | undefined => {
  try {
    const binary = atob(base64);
    const bytes = new Uint8Array(binary.length);
    // Texts may be megabytes: iterating over them takes a hundred times longer.
    for (let index = 0; index < binary.length; index += 1) {
      bytes[index] = binary.charCodeAt(index);
    }
    return bytes;
  } catch {
    return undefined;
  }
};

/** Decodes base64 of UTF-8; undefined if it is not valid, such as after truncation. */
export const decodeBase64 = (base64: string): string | undefined => {
  try {
    const bytes = base64Bytes(base64);
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};
