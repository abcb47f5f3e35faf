/** The value at a path of keys; undefined where a part of the path is missing. */
export const valueAt = (tree: unknown, keys: readonly (string | number)[]): unknown =>
  keys.reduce((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], tree);
