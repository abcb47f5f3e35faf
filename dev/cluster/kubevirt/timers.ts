/** Timers that `clear` cancels together. */
export class Timers {
  private readonly pending = new Set<NodeJS.Timeout>();
  private closed = false;

  /** Runs `action` once after `ms` milliseconds; returns a function that cancels it. */
  after(ms: number, action: () => void): () => void {
    if (this.closed) {
      return () => undefined;
    }
    const timer = setTimeout(() => {
      this.pending.delete(timer);
      action();
    }, ms);
    this.pending.add(timer);
    return () => {
      clearTimeout(timer);
      this.pending.delete(timer);
    };
  }

  clear(): void {
    this.closed = true;
    for (const timer of this.pending) {
      clearTimeout(timer);
    }
    this.pending.clear();
  }
}
