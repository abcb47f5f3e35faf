import type { Source } from '../../../base/boundedSender';

/** Limit of unread input, more than anybody types. A client that sends more has to wait. */
export const STDIN_QUEUE_BYTES = 1024 * 1024;

/** Added for each chunk, because single bytes take memory too. */
const CHUNK_COST_BYTES = 128;

const costOf = (chunk: Uint8Array): number => chunk.length + CHUNK_COST_BYTES;

/**
 * A queue of bytes that are read once, in order. Pauses its source while `STDIN_QUEUE_BYTES` are queued, so that memory is
 * limited to that and the data on its way.
 */
export class StdinQueue implements AsyncIterable<Uint8Array> {
  private readonly source: Source;
  private readonly chunks: Uint8Array[] = [];
  private waitingBytes = 0;
  private isPaused = false;
  private ended = false;
  private wake: (() => void) | undefined;

  constructor(source: Source) {
    this.source = source;
  }

  push(chunk: Uint8Array): void {
    if (this.ended || chunk.length === 0) {
      return;
    }
    this.chunks.push(chunk);
    this.waitingBytes += costOf(chunk);
    if (!this.isPaused && this.waitingBytes >= STDIN_QUEUE_BYTES) {
      this.isPaused = true;
      this.source.pause();
    }
    this.wake?.();
  }

  /** Marks the end of the input; queued data can still be read. */
  end(): void {
    this.ended = true;
    this.wake?.();
  }

  /** Drops queued and later data, because there is no reader. */
  close(): void {
    this.end();
    this.chunks.length = 0;
    this.taken(this.waitingBytes);
  }

  private taken(bytes: number): void {
    this.waitingBytes -= bytes;
    if (this.isPaused && this.waitingBytes < STDIN_QUEUE_BYTES / 2) {
      this.isPaused = false;
      this.source.resume();
    }
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const chunk = this.chunks.shift();
      if (chunk !== undefined) {
        this.taken(costOf(chunk));
        yield chunk;
      } else if (this.ended) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.wake = resolve;
        });
      }
    }
  }
}
