import type { RecordedEvent } from './collection';

type Listener = (event: RecordedEvent) => void;

/**
 * Delivers changes to listeners in order, even if a listener writes: its change is delivered after all listeners have seen
 * the current one. If a listener throws, the process warns and the others still get the change.
 */
export class ChangeFeed {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly waiting: { plural: string; event: RecordedEvent }[] = [];
  private delivering = false;

  subscribe(plural: string, listener: Listener): () => void {
    const listeners = this.listeners.get(plural) ?? new Set<Listener>();
    // Wrapped, so that the same function may subscribe twice.
    const own: Listener = (event) => {
      listener(event);
    };
    listeners.add(own);
    this.listeners.set(plural, listeners);
    return () => {
      listeners.delete(own);
    };
  }

  publish(plural: string, event: RecordedEvent): void {
    this.waiting.push({ plural, event });
    if (this.delivering) {
      return;
    }
    this.delivering = true;
    try {
      for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
        this.deliver(next.plural, next.event);
      }
    } finally {
      this.delivering = false;
    }
  }

  private deliver(plural: string, event: RecordedEvent): void {
    const listeners = this.listeners.get(plural);
    for (const listener of [...(listeners ?? [])]) {
      // A listener that unsubscribed during the delivery gets no more.
      if (listeners?.has(listener) !== true) {
        continue;
      }
      try {
        listener(event);
      } catch (error) {
        process.emitWarning(error instanceof Error ? error : new Error(String(error)));
      }
    }
  }
}
