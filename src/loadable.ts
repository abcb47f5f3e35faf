/** It could not be read, and there is no data. */
export interface Failed {
  status: 'failed';
  error: unknown;
  retry?: () => void;
}

/**
 * The state of data that is read from the cluster. `loaded` stays while it is refreshed or its watch is broken: `problem`
 * then says that it may be out of date. `remaining` is set while a long list still loads. `retry` is set if retries are
 * automatic, and retries now.
 * `staleSince`, in milliseconds since 1970, is set while a watch is silent: later changes may be missing.
 */
export type Loadable<T> =
  | { status: 'loading' }
  | Failed
  | {
      status: 'loaded';
      data: T;
      problem?: unknown;
      staleSince?: number;
      retry?: () => void;
      remaining?: number | 'unknown';
    };

/** Since when the oldest of the lists is not up to date; undefined if all are. */
export const oldestStale = (...lists: readonly Loadable<unknown>[]): { staleSince?: number } => {
  const times = lists.flatMap((list) =>
    list.status === 'loaded' && list.staleSince !== undefined ? [list.staleSince] : [],
  );
  return times.length === 0 ? {} : { staleSince: Math.min(...times) };
};

/** Maps the data and leaves other states unchanged. */
export const mapLoadable = <T, U>(loadable: Loadable<T>, change: (data: T) => U): Loadable<U> =>
  loadable.status === 'loaded' ? { ...loadable, data: change(loadable.data) } : loadable;

/** The data if it is loaded, for optional data. */
export const loadedData = <T>(loadable: Loadable<T>): T | undefined =>
  loadable.status === 'loaded' ? loadable.data : undefined;
