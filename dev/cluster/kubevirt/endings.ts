/** Work that goes on after its cause is gone: processes that are being killed, files that are being removed. */
export class Endings {
  private readonly pending = new Set<Promise<void>>();

  add(ending: Promise<void>): void {
    const tracked = ending.finally(() => this.pending.delete(tracked));
    this.pending.add(tracked);
  }

  /** Resolves when nothing is left; rejects with the first failure. */
  async done(): Promise<void> {
    await Promise.all(this.pending);
  }
}
