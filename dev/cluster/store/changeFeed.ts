import type { RecordedEvent } from './collection';

type Listener = (event: RecordedEvent) => void;

/**
 * Delivers changes to their listeners in the order in which they happened, also when a listener writes: what it
 * changes is delivered after everybody has seen the change at hand. A listener that throws disturbs no one else;
 * the process warns about it.
 */
export class ChangeFeed {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #waiting: { plural: string; event: RecordedEvent }[] = [];
  #delivering = false;

  subscribe(plural: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(plural) ?? new Set<Listener>();
    // A wrapper of its own, so that the same function may subscribe twice.
    const own: Listener = (event) => {
      listener(event);
    };
    listeners.add(own);
    this.#listeners.set(plural, listeners);
    return () => {
      listeners.delete(own);
    };
  }

  publish(plural: string, event: RecordedEvent): void {
    this.#waiting.push({ plural, event });
    if (this.#delivering) {
      return;
    }
    this.#delivering = true;
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
        this.#deliver(next.plural, next.event);
      }
    } finally {
      this.#delivering = false;
    }
  }

  #deliver(plural: string, event: RecordedEvent): void {
    const listeners = this.#listeners.get(plural);
    for (const listener of [...(listeners ?? [])]) {
      // One that stopped listening while this event was on its way gets it no more.
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
