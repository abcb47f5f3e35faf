/** Levenshtein distance: how many characters must be put in, taken out or replaced. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: Array.from(other).length + 1 }, (_cell, index) => index);
  for (const [line, character] of Array.from(one).entries()) {
    const next = [line + 1];
    for (const [column, letter] of Array.from(other).entries()) {
      const replaced = (row[column] ?? 0) + (character === letter ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** Nobody mistypes a longer one, and comparing takes time by its length. */
const LONGEST = 100;
const MOST_COMPARED = 200;

/** The candidate that `name` was probably meant to be; undefined when none is close. Case does not count. */
export const nearestName = (name: string, candidates: readonly string[]): string | undefined => {
  if (name.length > LONGEST) {
    return undefined;
  }
  const rated = candidates
    .slice(0, MOST_COMPARED)
    .map((candidate) => ({ candidate, rating: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, rating }) => rating <= Math.max(2, candidate.length / 3))
    .sort((one, other) => one.rating - other.rating);
  return rated[0]?.candidate;
};
