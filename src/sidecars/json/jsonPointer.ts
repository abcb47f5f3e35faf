/** One operation of an RFC 6902 JSON patch. */
export type JsonPatchOperation =
  | { op: 'add' | 'replace' | 'test'; path: string; value: unknown }
  | { op: 'remove'; path: string }
  | { op: 'move' | 'copy'; from: string; path: string };

/** A key as one segment of a JSON pointer (RFC 6901). */
export const escapePointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** The JSON pointer for a path of keys. */
export const pointer = (...keys: readonly (string | number)[]): string =>
  keys.map((key) => `/${escapePointer(String(key))}`).join('');
