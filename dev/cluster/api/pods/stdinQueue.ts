import type { Source } from '../../../base/boundedSender';

/** What may wait to be read: more than a terminal ever types ahead. A client that sends more waits. */
export const STDIN_QUEUE_BYTES = 1024 * 1024;

/** Counted for each chunk besides its bytes: a flood of single bytes takes memory too. */
const CHUNK_COST_BYTES = 128;

const costOf = (chunk: Uint8Array): number => chunk.length + CHUNK_COST_BYTES;

/**
 * Bytes that arrive over time, to be read once, in order. Its source is paused while `STDIN_QUEUE_BYTES` wait, so that
 * it holds no more than that and what the source had on its way.
 */
export class StdinQueue implements AsyncIterable<Uint8Array> {
  readonly #source: Source;
  readonly #chunks: Uint8Array[] = [];
  #waitingBytes = 0;
  #isPaused = false;
  #ended = false;
  #wake: (() => void) | undefined;

  constructor(source: Source) {
    this.#source = source;
  }

  push(chunk: Uint8Array): void {
    if (this.#ended || chunk.length === 0) {
      return;
    }
    this.#chunks.push(chunk);
    this.#waitingBytes += costOf(chunk);
    if (!this.#isPaused && this.#waitingBytes >= STDIN_QUEUE_BYTES) {
      this.#isPaused = true;
      this.#source.pause();
    }
    this.#wake?.();
  }

  /** Nothing comes any more; what waits can still be read. */
  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  /** Nobody reads any more: what waits and what still comes is dropped. */
  close(): void {
    this.end();
    this.#chunks.length = 0;
    this.#taken(this.#waitingBytes);
  }

  #taken(bytes: number): void {
    this.#waitingBytes -= bytes;
    if (this.#isPaused && this.#waitingBytes < STDIN_QUEUE_BYTES / 2) {
      this.#isPaused = false;
      this.#source.resume();
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const chunk = this.#chunks.shift();
      if (chunk !== undefined) {
        this.#taken(costOf(chunk));
        yield chunk;
      } else if (this.#ended) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }
}
