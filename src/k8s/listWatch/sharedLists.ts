import type { Loadable } from '../../loadable';
import type { KubernetesObject } from '../kubernetesObject';
import { queryPath, type ListWatchQuery } from './listPages';
import type { ListWatch, ListWatchState } from './listWatch';
import { startListWatch } from './listWatch';

export interface SharedList<T> {
  subscribe: (listener: () => void) => () => void;
  /** Answers the same object until something has changed. */
  read: () => Loadable<T[]>;
}

interface RunningList<T> extends SharedList<T> {
  stop: () => void;
}

/** At most so often are listeners told: a burst of events is one change to them. */
const NOTIFY_MS = 200;
/** While pages come in: rows are derived and sorted each time, which would keep the pages waiting. */
const NOTIFY_LOADING_MS = 500;
/** A list outlives its last reader for this long: switching tabs does not read it again. */
const LINGER_MS = 5_000;

const toLoadable = <T>(
  { items, complete, remaining, error }: ListWatchState<T>,
  retry: () => void,
): Loadable<T[]> => {
  if (!complete && items.length === 0) {
    return error === undefined ? { status: 'loading' } : { status: 'failed', error, retry };
  }
  return {
    status: 'loaded',
    data: items,
    ...(error === undefined ? {} : { problem: error, retry }),
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
    // What the first page brings is shown at once, and so is the whole list.
    if (value.status === 'loading' || (isLoading && isComplete)) {
      notify();
    } else {
      // A hidden page has no frames: it is told when it is looked at again.
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
      // Who asks anew is not told an old failure, which may be over.
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

/** By what is kept of the objects and by the question. */
const lists = new Map<string, RunningList<unknown>>();

/** The list for a question, shared by all who ask it and keep the same of the objects. */
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

/** Stops all lists, also those that only linger: where there is no page any more, as after a test. */
export const stopSharedLists = (): void => {
  lists.forEach((list) => {
    list.stop();
  });
};
