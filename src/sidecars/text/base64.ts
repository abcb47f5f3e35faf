/** The text whose UTF-8 bytes are written in base64; undefined where it is neither, as when it was cut. */
export const decodeBase64 = (base64: string): string | undefined => {
  try {
    const binary = atob(base64);
    const bytes = new Uint8Array(binary.length);
    // Texts may be megabytes: iterating over them takes a hundred times longer.
    for (let index = 0; index < binary.length; index += 1) {
      bytes[index] = binary.charCodeAt(index);
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};
