import { meaningOf, serializeSidecars } from '../annotation/annotation';
import type { Sidecar } from '../annotation/sidecar';

type Sidecars = readonly Sidecar[];

/**
 * The user's order for a list that somebody else changed: what is in both keeps the user's order and is written as it
 * is now, what is new comes last, what is gone stays away.
 */
export const rebaseOrder = (wanted: Sidecars, now: Sidecars): Sidecar[] => {
  const left = new Set(now);
  const alike = new Map<string, Sidecar[]>();
  // From the end, so that the first one is taken first.
  for (const sidecar of now.toReversed()) {
    const meaning = meaningOf(sidecar);
    const others = alike.get(meaning);
    if (others === undefined) {
      alike.set(meaning, [sidecar]);
    } else {
      others.push(sidecar);
    }
  }
  const kept = wanted.flatMap((sidecar) => alike.get(meaningOf(sidecar))?.pop() ?? []);
  kept.forEach((sidecar) => left.delete(sidecar));
  return [...kept, ...left];
};

export const isSameOrder = (one: Sidecars, other: Sidecars): boolean =>
  serializeSidecars(one) === serializeSidecars(other);
