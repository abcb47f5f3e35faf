import { sameSidecar } from './annotation';
import type { Sidecar } from './sidecar';

/**
 * Where a sidecar is in a list that somebody else has changed: at its old place if it still is the same, else at the first
 * place that is. Undefined when it is no longer there, or was changed itself.
 */
export const findAgain = (list: readonly Sidecar[], sidecar: Sidecar, index: number): number | undefined => {
  const there = list[index];
  if (there !== undefined && sameSidecar(there, sidecar)) {
    return index;
  }
  const found = list.findIndex((other) => sameSidecar(other, sidecar));
  return found < 0 ? undefined : found;
};
