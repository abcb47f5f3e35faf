import type { Timers } from '../timers';

/** Objects to look at, each once, some time after the change that made it necessary. */
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
