/** A list's metadata is flat and at most this long, in bytes. */
const METADATA_BYTES = 8 * 1024;

/** Typed resources begin with their metadata; custom resources end with it, because their keys are sorted. */
const AT_START = /^\s*\{(?:\s*"(?:kind|apiVersion)"\s*:\s*"[^"\\]*"\s*,)*\s*"metadata"\s*:\s*(\{[^{}]*\})/;
const AT_END = /"metadata"\s*:\s*(\{[^{}]*\})\s*\}\s*$/;

const decode = (bytes: ArrayBuffer, from: number, to: number): string =>
  new TextDecoder().decode(new Uint8Array(bytes).subarray(Math.max(0, from), to));

/**
 * The token of the next page, found without parsing this one, so that the next request can start earlier.
 *
 * @returns undefined if there is none, or if it is not where this function searches; then only parsing can tell
 */
export const nextPageToken = (bytes: ArrayBuffer): string | undefined => {
  const metadata =
    AT_START.exec(decode(bytes, 0, METADATA_BYTES))?.[1] ??
    AT_END.exec(decode(bytes, bytes.byteLength - METADATA_BYTES, bytes.byteLength))?.[1];
  if (metadata === undefined) {
    return undefined;
  }
  try {
    const { continue: token } = JSON.parse(metadata) as { continue?: unknown };
    return typeof token === 'string' && token !== '' ? token : undefined;
  } catch {
    // The parser reports pages that are not JSON.
    return undefined;
  }
};
