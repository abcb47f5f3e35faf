import type { Timers } from '../timers';

/** Reconciles objects, each once for all changes within the delay. */
export class WorkQueue {
  private readonly queued = new Set<string>();

  constructor(
    private readonly timers: Timers,
    private readonly delayMs: number,
    private readonly reconcile: (namespace: string, name: string) => void,
  ) {}

  add(
    { metadata: { namespace = 'default', name } }: { metadata: { namespace?: string; name: string } },
    delayMs = this.delayMs,
  ): void {
    const key = `${namespace}/${name}/${delayMs}`;
    if (this.queued.has(key)) {
      return;
    }
    this.queued.add(key);
    this.timers.after(delayMs, () => {
      this.queued.delete(key);
      this.reconcile(namespace, name);
    });
  }
}
