/**
 * Generates resourceVersions. They start at the current time in microseconds, so that a later process has greater ones than
 * an earlier one (unless that wrote more than a million objects a second). They stay below 2^53 until the year 2255, because
 * clients compare them as numbers.
 */
export class ResourceVersions {
  // Not Date.now(), because two clusters may start in the same millisecond.
  private last = Math.floor((performance.timeOrigin + performance.now()) * 1000);

  current(): number {
    return this.last;
  }

  next(): number {
    this.last += 1;
    return this.last;
  }
}
