/** The client of a queue. */
interface Outlet<Item> {
  /** Returns whether it can take more at once; otherwise it calls `resume` later. */
  write: (item: Item) => boolean;
  /** Everything is written, and no more follows. */
  end: () => void;
  /** The queue for the client has exceeded its limit. */
  overflow: () => void;
}

interface Waiting<Item> {
  render: () => Item;
  weight: number;
}

/**
 * Queues output for a slow client without rendering it: queued objects are shared with other clients, and are rendered only
 * when they are sent. A client that falls too far behind is disconnected.
 */
export class OutputQueue<Item> {
  private readonly outlet: Outlet<Item>;
  private readonly weightLimit: number;
  private waiting: Waiting<Item>[] = [];
  private next = 0;
  private weight = 0;
  private hasRoom = true;
  private isEnding = false;
  private isOver = false;

  /** @param weightLimit limit of the queue, in the unit of the callers' weights */
  constructor(outlet: Outlet<Item>, weightLimit: number) {
    this.outlet = outlet;
    this.weightLimit = weightLimit;
  }

  /** Queues an item. An item without weight does not count for the limit. */
  push(render: () => Item, weight: number): void {
    if (this.isEnding || this.isOver) {
      return;
    }
    if (this.hasRoom) {
      this.hasRoom = this.outlet.write(render());
      return;
    }
    this.waiting.push({ render, weight });
    this.weight += weight;
    if (this.weight > this.weightLimit) {
      this.close();
      this.outlet.overflow();
    }
  }

  /** Continues after the client had no room. */
  resume(): void {
    this.hasRoom = true;
    for (let next = this.waiting[this.next]; this.hasRoom && next; next = this.waiting[this.next]) {
      this.next += 1;
      this.weight -= next.weight;
      this.hasRoom = this.outlet.write(next.render());
    }
    if (this.next === this.waiting.length) {
      this.forget();
      this.endWhenEmpty();
    }
  }

  /** Ends the queue; queued items are still sent. */
  end(): void {
    this.isEnding = true;
    this.endWhenEmpty();
  }

  /** Drops the queue, because the client has disconnected. */
  close(): void {
    this.isOver = true;
    this.forget();
  }

  private endWhenEmpty(): void {
    if (this.isEnding && !this.isOver && this.waiting.length === 0) {
      this.isOver = true;
      this.outlet.end();
    }
  }

  private forget(): void {
    this.waiting = [];
    this.next = 0;
    this.weight = 0;
  }
}
