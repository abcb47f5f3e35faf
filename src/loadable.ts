/** It could not be read, and nothing is known. */
export interface Failed {
  status: 'failed';
  error: unknown;
  retry?: () => void;
}

/**
 * What is known of something that is read from the cluster. `loaded` stays while it is refreshed or its watch is
 * broken: `problem` then says that what is shown may be old. `remaining` is there while a long list still comes in.
 * `retry` is there where it is tried again by itself, and does so now.
 */
export type Loadable<T> =
  | { status: 'loading' }
  | Failed
  | { status: 'loaded'; data: T; problem?: unknown; retry?: () => void; remaining?: number | 'unknown' };

/** Changes what was loaded and leaves the other states alone. */
export const mapLoadable = <T, U>(loadable: Loadable<T>, change: (data: T) => U): Loadable<U> =>
  loadable.status === 'loaded' ? { ...loadable, data: change(loadable.data) } : loadable;

/** The data if it is there. For what may be missing without harm. */
export const loadedData = <T>(loadable: Loadable<T>): T | undefined =>
  loadable.status === 'loaded' ? loadable.data : undefined;
