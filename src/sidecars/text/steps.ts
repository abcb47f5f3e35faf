/**
 * Work that is done in small steps, so that others get their turn in between: each yields `undefined`, the last
 * returns.
 */
export type Steps<T> = Generator<undefined, T>;

/** Does all steps at once. */
export const finish = <T>(steps: Steps<T>): T => {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) {
      return value;
    }
  }
};
