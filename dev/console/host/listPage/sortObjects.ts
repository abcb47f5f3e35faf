/** A sorted copy. Numbers within names count as numbers (`vm-9` before `vm-10`); equal texts keep their order. */
export const sortObjects = <T>(
  objects: readonly T[],
  text: (object: T) => string,
  direction: 'asc' | 'desc',
): T[] => {
  const sign = direction === 'asc' ? 1 : -1;
  return objects.toSorted((a, b) => sign * text(a).localeCompare(text(b), 'en', { numeric: true }));
};
