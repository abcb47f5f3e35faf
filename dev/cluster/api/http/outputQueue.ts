/** Where what is queued goes: one client. */
interface Outlet<Item> {
  /** Answers whether the next may follow at once; otherwise the queue is to be told by `resume`. */
  write: (item: Item) => boolean;
  /** Nothing more comes, and everything is written. */
  end: () => void;
  /** More waits for the client than may. */
  overflow: () => void;
}

interface Waiting<Item> {
  render: () => Item;
  weight: number;
}

/**
 * Keeps what a slow client has not taken yet, unrendered: what waits is shared with the others that it is to be sent to,
 * and takes its place in memory only when it is its turn. A client that falls too far behind is given up.
 */
export class OutputQueue<Item> {
  readonly #outlet: Outlet<Item>;
  readonly #weightLimit: number;
  #waiting: Waiting<Item>[] = [];
  #next = 0;
  #weight = 0;
  #hasRoom = true;
  #isEnding = false;
  #isOver = false;

  /** @param weightLimit of what waits, in the measure of those who push */
  constructor(outlet: Outlet<Item>, weightLimit: number) {
    this.#outlet = outlet;
    this.#weightLimit = weightLimit;
  }

  /** Sends one after all that wait. One without weight waits as long as it must. */
  push(render: () => Item, weight: number): void {
    if (this.#isEnding || this.#isOver) {
      return;
    }
    if (this.#hasRoom) {
      this.#hasRoom = this.#outlet.write(render());
      return;
    }
    this.#waiting.push({ render, weight });
    this.#weight += weight;
    if (this.#weight > this.#weightLimit) {
      this.close();
      this.#outlet.overflow();
    }
  }

  /** Goes on after the outlet had no room. */
  resume(): void {
    this.#hasRoom = true;
    for (let next = this.#waiting[this.#next]; this.#hasRoom && next; next = this.#waiting[this.#next]) {
      this.#next += 1;
      this.#weight -= next.weight;
      this.#hasRoom = this.#outlet.write(next.render());
    }
    if (this.#next === this.#waiting.length) {
      this.#forget();
      this.#endWhenEmpty();
    }
  }

  /** Nothing is pushed any more; what waits is still sent. */
  end(): void {
    this.#isEnding = true;
    this.#endWhenEmpty();
  }

  /** The client is gone, and with it what waits. */
  close(): void {
    this.#isOver = true;
    this.#forget();
  }

  #endWhenEmpty(): void {
    if (this.#isEnding && !this.#isOver && this.#waiting.length === 0) {
      this.#isOver = true;
      this.#outlet.end();
    }
  }

  #forget(): void {
    this.#waiting = [];
    this.#next = 0;
    this.#weight = 0;
  }
}
