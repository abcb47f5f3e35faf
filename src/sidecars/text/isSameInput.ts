/** Whether two states of a form are equal. Both are plain data with their fields in the same order. */
export const isSameInput = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
