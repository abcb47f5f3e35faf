import type { Behaviour } from '../behaviour';

/** Reconciles objects that still exist, each once for all changes within the delay. */
export class WorkQueue<T> {
  private readonly queued = new Set<string>();

  constructor(
    private readonly behaviour: Pick<Behaviour, 'store' | 'timers'>,
    private readonly plural: string,
    private readonly delayMs: number,
    private readonly reconcile: (object: T) => void,
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
    const { store, timers } = this.behaviour;
    timers.after(delayMs, () => {
      this.queued.delete(key);
      const object = store.get(this.plural, namespace, name);
      if (object !== undefined) {
        this.reconcile(object as unknown as T);
      }
    });
  }
}
