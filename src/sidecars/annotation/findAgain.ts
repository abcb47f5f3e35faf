import { sameSidecar } from './annotation';
import type { Sidecar } from './sidecar';

/**
 * The index of a sidecar in a list that somebody else has changed: its old index if it is still the same there, else
 * the first index where it is. Undefined if it was removed or changed.
 */
export const findAgain = (list: readonly Sidecar[], sidecar: Sidecar, index: number): number | undefined => {
  const there = list[index];
  if (there !== undefined && sameSidecar(there, sidecar)) {
    return index;
  }
  const found = list.findIndex((other) => sameSidecar(other, sidecar));
  return found < 0 ? undefined : found;
};
