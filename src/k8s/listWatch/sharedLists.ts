import type { Loadable } from '../../loadable';
import type { KubernetesObject } from '../kubernetesObject';
import { queryPath, type ListWatchQuery } from './listPages';
import type { ListWatch, ListWatchState } from './listWatch';
import { startListWatch } from './listWatch';

export interface SharedList<T> {
  subscribe: (listener: () => void) => () => void;
  /** Returns the same object until something has changed. */
  read: () => Loadable<T[]>;
}

interface RunningList<T> extends SharedList<T> {
  stop: () => void;
}

/** Minimum time between notifications, so that a burst of events causes one. */
const NOTIFY_MS = 200;
/** The same while pages load: computing rows each time would delay the pages. */
const NOTIFY_LOADING_MS = 500;
/** How long an unused list stays, so that switching tabs does not read it again. */
const LINGER_MS = 5_000;

const toLoadable = <T>(
  { items, complete, remaining, error, staleSince }: ListWatchState<T>,
  retry: () => void,
): Loadable<T[]> => {
  if (!complete && items.length === 0) {
    return error === undefined ? { status: 'loading' } : { status: 'failed', error, retry };
  }
  return {
    status: 'loaded',
    data: items,
    ...(error === undefined ? {} : { problem: error, retry }),
    ...(staleSince === undefined ? {} : { staleSince }),
    ...(complete ? {} : { remaining: remaining ?? 'unknown' }),
  };
};

const createSharedList = <T extends KubernetesObject>(
  query: ListWatchQuery,
  impersonation: readonly string[],
  onUnused: () => void,
): RunningList<T> => {
  const listeners = new Set<() => void>();
  let watch: ListWatch | undefined;
  let value: Loadable<T[]> = { status: 'loading' };
  let pending: (() => ListWatchState<T>) | undefined;
  let notifyTimer: ReturnType<typeof setTimeout> | undefined;
  let notifyFrame: number | undefined;
  let lingerTimer: ReturnType<typeof setTimeout> | undefined;

  const retry = (): void => {
    watch?.retry();
  };

  const dropNotice = (): void => {
    clearTimeout(notifyTimer);
    notifyTimer = undefined;
    if (notifyFrame !== undefined) {
      cancelAnimationFrame(notifyFrame);
      notifyFrame = undefined;
    }
  };

  const notify = (): void => {
    dropNotice();
    if (pending !== undefined) {
      value = toLoadable(pending(), retry);
      pending = undefined;
      listeners.forEach((listener) => {
        listener();
      });
    }
  };

  const onChange = (read: () => ListWatchState<T>, isComplete: boolean): void => {
    pending = read;
    const isLoading =
      value.status === 'loading' || (value.status === 'loaded' && value.remaining !== undefined);
    // The first page and the complete list are published at once.
    if (value.status === 'loading' || (isLoading && isComplete)) {
      notify();
    } else {
      // A hidden page has no animation frames: it is notified when it is visible again.
      notifyTimer ??= setTimeout(
        () => {
          notifyFrame = requestAnimationFrame(notify);
        },
        isLoading ? NOTIFY_LOADING_MS : NOTIFY_MS,
      );
    }
  };

  const stop = (): void => {
    watch?.stop();
    watch = undefined;
    dropNotice();
    onUnused();
  };

  return {
    subscribe: (listener) => {
      clearTimeout(lingerTimer);
      // A new reader does not get an old failure, which may be over.
      if (listeners.size === 0 && value.status === 'failed') {
        value = { status: 'loading' };
        retry();
      }
      listeners.add(listener);
      watch ??= startListWatch(query, impersonation, onChange);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
          lingerTimer = setTimeout(stop, LINGER_MS);
        }
      };
    },
    read: () => value,
    stop: () => {
      clearTimeout(lingerTimer);
      stop();
    },
  };
};

/** Running lists by query and projection. */
const lists = new Map<string, RunningList<unknown>>();

/** The list for a query, shared by all callers with the same query and projection. */
export const sharedList = <T extends KubernetesObject>(
  query: ListWatchQuery,
  impersonation: readonly string[],
): SharedList<T> => {
  const question = [JSON.stringify(query.fields), queryPath(query, {}), ...impersonation].join(' ');
  const known = lists.get(question);
  if (known !== undefined) {
    return known as SharedList<T>;
  }
  const list = createSharedList<T>(query, impersonation, () => lists.delete(question));
  lists.set(question, list);
  return list;
};

/** Stops all lists, including unused ones, for example after a test. */
export const stopSharedLists = (): void => {
  lists.forEach((list) => {
    list.stop();
  });
};
