import { describeFailure } from '../apiError';
import { pause } from './pause';

/** Sends a request, and again when the server asks to wait. Rejects with HttpError. */
export type Ask = <T>(request: () => Promise<T>) => Promise<T>;

const MOST_TRIES = 6;
/** For a server that refuses with 429 and does not say how long to wait. */
const WAIT_MS = 1000;

/** Undefined unless the server has refused the request only for now. */
const waitMsOf = (error: unknown): number | undefined => {
  const { code, retryAfterMs } = describeFailure(error);
  return code === 429 ? (retryAfterMs ?? WAIT_MS) : code === 503 ? retryAfterMs : undefined;
};

/**
 * Does the same for many items, some at once. When the server asks one request to wait (429, or 503 with `Retry-After`),
 * all of them wait. Resolves when nothing runs any more; after an abort, no further item is started.
 *
 * @param work handles its own errors
 */
export const forEachAtOnce = async <T>(
  items: readonly T[],
  { atOnce, signal }: { atOnce: number; signal: AbortSignal },
  work: (item: T, ask: Ask) => Promise<void>,
): Promise<void> => {
  const queue = items.values();
  let resumeAt = 0;
  const ask: Ask = async (request) => {
    for (let tried = 1; ; tried += 1) {
      await pause(resumeAt - Date.now(), signal);
      try {
        return await request();
      } catch (error) {
        const waitMs = waitMsOf(error);
        if (waitMs === undefined || tried === MOST_TRIES || signal.aborted) {
          throw error;
        }
        resumeAt = Math.max(resumeAt, Date.now() + waitMs);
      }
    }
  };
  // All workers take from the same queue.
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      if (signal.aborted) {
        return;
      }
      await work(item, ask);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};
