/**
 * Hands out resourceVersions. They start at the current time in microseconds, so that those of a later process are
 * greater than those of an earlier one (unless it wrote more than a million objects a second), and stay below 2^53
 * until the year 2255: clients compare them as numbers.
 */
export class ResourceVersions {
  // Not Date.now(): two clusters may start in the same millisecond.
  #current = Math.floor((performance.timeOrigin + performance.now()) * 1000);

  current(): number {
    return this.#current;
  }

  next(): number {
    this.#current += 1;
    return this.#current;
  }
}
