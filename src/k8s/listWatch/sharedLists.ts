import type { KubernetesObject } from '../../sidecars/resources';
import type { Loadable } from '../loadable';
import type { ListWatchQuery } from './listPages';
import { queryPath } from './listPages';
import type { ListWatch, ListWatchState } from './listWatch';
import { startListWatch } from './listWatch';

export interface SharedList<T extends KubernetesObject> {
  subscribe: (listener: () => void) => () => void;
  /** Answers the same object until something has changed. */
  read: () => Loadable<T[]>;
}

/** At most so often are listeners told: a burst of events is one change to them. */
const NOTIFY_MS = 200;
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
  query: ListWatchQuery<T>,
  impersonation: readonly string[],
  onUnused: () => void,
): SharedList<T> => {
  const listeners = new Set<() => void>();
  let watch: ListWatch | undefined;
  let value: Loadable<T[]> = { status: 'loading' };
  let pending: (() => ListWatchState<T>) | undefined;
  let notifyTimer: ReturnType<typeof setTimeout> | undefined;
  let lingerTimer: ReturnType<typeof setTimeout> | undefined;

  const retry = (): void => {
    watch?.retry();
  };

  const notify = (): void => {
    notifyTimer = undefined;
    if (pending !== undefined) {
      value = toLoadable(pending(), retry);
      pending = undefined;
      listeners.forEach((listener) => {
        listener();
      });
    }
  };

  const onChange = (read: () => ListWatchState<T>): void => {
    pending = read;
    // What the first page brings is shown at once.
    if (value.status === 'loading') {
      clearTimeout(notifyTimer);
      notify();
    } else {
      notifyTimer ??= setTimeout(notify, NOTIFY_MS);
    }
  };

  const stop = (): void => {
    watch?.stop();
    watch = undefined;
    clearTimeout(notifyTimer);
    notifyTimer = undefined;
    onUnused();
  };

  return {
    subscribe: (listener) => {
      clearTimeout(lingerTimer);
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
  };
};

type ListsByQuestion = Map<string, SharedList<KubernetesObject>>;

/** By what is kept of the objects, then by question: two readers share a list only if they see the same of it. */
const lists = new Map<unknown, ListsByQuestion>();

/** The list for a question, shared by all who ask it with the same `prune`. */
export const sharedList = <T extends KubernetesObject>(
  query: ListWatchQuery<T>,
  impersonation: readonly string[],
): SharedList<T> => {
  const byQuestion: ListsByQuestion =
    lists.get(query.prune) ?? new Map<string, SharedList<KubernetesObject>>();
  lists.set(query.prune, byQuestion);
  const question = [queryPath(query, {}), ...impersonation].join(' ');
  const known = byQuestion.get(question);
  if (known !== undefined) {
    return known as SharedList<T>;
  }
  const list = createSharedList(query, impersonation, () => byQuestion.delete(question));
  byQuestion.set(question, list);
  return list;
};
