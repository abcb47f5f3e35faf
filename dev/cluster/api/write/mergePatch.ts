import { isRecord } from '../../store/jsonValue';

/** JSON merge patch (RFC 7386): objects are merged, null removes, everything else replaces. Changes neither value. */
export const mergePatch = (target: unknown, patch: unknown): unknown => {
  if (!isRecord(patch)) {
    return patch;
  }
  const result = new Map(Object.entries(isRecord(target) ? target : {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      result.delete(key);
    } else {
      result.set(key, mergePatch(result.get(key), value));
    }
  }
  // Built from entries so that a key such as __proto__ stays a key.
  return Object.fromEntries(result);
};
