import { useCallback, useEffect, useState } from 'react';
import { describeFailure } from './apiError';
import type { Loadable } from './loadable';

export interface Polled<T> {
  value: Loadable<T>;
  /** Reads again now. */
  reload: () => void;
}

/**
 * Reads again and again what everybody may list but not watch (KubeVirt's own object). Keeps what was loaded when a
 * later try fails, and rests while the page is hidden.
 *
 * @param read must keep its identity while it means the same; undefined asks for nothing
 * @param intervalMs time between the end of one try and the next
 */
export const usePolled = <T>(read: (() => Promise<T>) | undefined, intervalMs: number): Polled<T> => {
  const [value, setValue] = useState<Loadable<T>>({ status: 'loading' });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => {
    setRound((before) => before + 1);
  }, []);

  useEffect(() => {
    if (read === undefined) {
      return undefined;
    }
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let restMs = intervalMs;
    const settle = (change: (seen: Loadable<T>) => Loadable<T>): void => {
      if (!stopped) {
        setValue(change);
      }
    };
    const poll = async (): Promise<void> => {
      if (!document.hidden) {
        try {
          const data = await read();
          restMs = intervalMs;
          settle(() => ({ status: 'loaded', data }));
        } catch (error) {
          restMs = Math.max(intervalMs, describeFailure(error).retryAfterMs ?? 0);
          settle((seen) =>
            seen.status === 'loaded'
              ? { ...seen, problem: error, retry: reload }
              : { status: 'failed', error, retry: reload },
          );
        }
      }
      if (!stopped) {
        timer = setTimeout(() => void poll(), restMs);
      }
    };
    void poll();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [read, intervalMs, reload, round]);
  return { value, reload };
};
