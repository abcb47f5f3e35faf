import { sameSidecar, serializeSidecars } from '../annotation/annotation';
import type { Sidecar } from '../annotation/sidecar';

type Sidecars = readonly Sidecar[];

/**
 * The user's order for a list that somebody else changed: what is in both keeps the user's order and is written as it
 * is now, what is new comes last, what is gone stays away.
 */
export const rebaseOrder = (wanted: Sidecars, now: Sidecars): Sidecar[] => {
  const left = [...now];
  const kept = wanted.flatMap((sidecar) => {
    const at = left.findIndex((other) => sameSidecar(other, sidecar));
    return at < 0 ? [] : left.splice(at, 1);
  });
  return [...kept, ...left];
};

export const isSameOrder = (one: Sidecars, other: Sidecars): boolean =>
  serializeSidecars(one) === serializeSidecars(other);
