import type { Sidecar } from './sidecar';

type Sidecars = readonly Sidecar[];

const isIndex = (list: Sidecars, index: number): boolean =>
  Number.isInteger(index) && index >= 0 && index < list.length;

export const addSidecar = (list: Sidecars, sidecar: Sidecar): Sidecar[] => [...list, sidecar];

/** An index outside the list changes nothing, also in the other functions. */
export const replaceSidecar = (list: Sidecars, index: number, sidecar: Sidecar): Sidecar[] =>
  isIndex(list, index) ? list.with(index, sidecar) : [...list];

/** Moves one entry; afterwards its index is `to`. */
export const moveSidecar = (list: Sidecars, from: number, to: number): Sidecar[] => {
  const moved = list[from];
  if (moved === undefined || !isIndex(list, from) || !isIndex(list, to)) {
    return [...list];
  }
  return list.toSpliced(from, 1).toSpliced(to, 0, moved);
};

export const removeSidecar = (list: Sidecars, index: number): Sidecar[] =>
  isIndex(list, index) ? list.toSpliced(index, 1) : [...list];
