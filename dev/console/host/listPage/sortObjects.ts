/** Returns a sorted copy. Numbers in names sort as numbers (`vm-9` before `vm-10`); the sort is stable. */
export const sortObjects = <T>(
  objects: readonly T[],
  text: (object: T) => string,
  direction: 'asc' | 'desc',
): T[] => {
  const sign = direction === 'asc' ? 1 : -1;
  return objects.toSorted((a, b) => sign * text(a).localeCompare(text(b), 'en', { numeric: true }));
};
