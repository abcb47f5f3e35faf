/** Asynchronous cleanup, such as processes that are being killed and files that are being removed. */
export class Endings {
  private readonly pending = new Set<Promise<void>>();

  add(ending: Promise<void>): void {
    const tracked = ending.finally(() => this.pending.delete(tracked));
    this.pending.add(tracked);
  }

  /** Resolves when all cleanup is done; rejects with the first failure. */
  async done(): Promise<void> {
    await Promise.all(this.pending);
  }
}
