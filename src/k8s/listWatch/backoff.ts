/** Waiting times between tries: each twice the last, up to a bound, spread so that many browsers do not come at once. */
export interface Backoff {
  /** Milliseconds until the next try. */
  next: () => number;
  /** To be called when a try has succeeded for good. */
  reset: () => void;
  tries: () => number;
}

export const createBackoff = (
  { firstMs, mostMs }: { firstMs: number; mostMs: number },
  random: () => number = Math.random,
): Backoff => {
  let tries = 0;
  return {
    next: () => {
      const full = Math.min(mostMs, firstMs * 2 ** tries);
      tries += 1;
      // Between half and all of it.
      return full / 2 + (full / 2) * random();
    },
    reset: () => {
      tries = 0;
    },
    tries: () => tries,
  };
};
