import { useCallback, useEffect, useState } from 'react';
import { describeFailure } from '../apiError';
import type { Loadable } from '../loadable';

export interface Polled<T> {
  value: Loadable<T>;
  /** Reads again now. */
  reload: () => void;
}

/**
 * React hook: polls an object that users may list but not watch (KubeVirt's own). Keeps the data when a later read fails.
 * The first read happens even on a hidden page; after that it pauses while the page is hidden, and makes up for a due read
 * when the page is visible again.
 *
 * @param read must have a stable identity while it means the same; undefined reads nothing
 * @param intervalMs time between the end of one read and the next; undefined reads once
 */
export const usePolled = <T>(
  read: (() => Promise<T>) | undefined,
  intervalMs: number | undefined,
): Polled<T> => {
  const [value, setValue] = useState<Loadable<T>>({ status: 'loading' });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => {
    setRound((before) => before + 1);
  }, []);

  useEffect(() => {
    if (read === undefined) {
      return undefined;
    }
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const retry = intervalMs === undefined ? {} : { retry: reload };
    const settle = (change: (seen: Loadable<T>) => Loadable<T>): void => {
      if (!abort.signal.aborted) {
        setValue(change);
      }
    };
    const pollSeen = (): void => {
      if (document.hidden) {
        document.addEventListener('visibilitychange', pollSeen, { once: true, signal: abort.signal });
      } else {
        void poll();
      }
    };
    const poll = async (): Promise<void> => {
      let waitMs = 0;
      try {
        const data = await read();
        settle(() => ({ status: 'loaded', data }));
      } catch (error) {
        waitMs = describeFailure(error).retryAfterMs ?? 0;
        settle((seen) =>
          seen.status === 'loaded'
            ? { status: 'loaded', data: seen.data, problem: error, ...retry }
            : { status: 'failed', error, ...retry },
        );
      }
      if (!abort.signal.aborted && intervalMs !== undefined) {
        timer = setTimeout(pollSeen, Math.max(intervalMs, waitMs));
      }
    };
    void poll();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [read, intervalMs, reload, round]);
  return { value, reload };
};
