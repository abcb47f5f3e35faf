import { describeFailure } from '../../apiError';
import type { KubernetesObject } from '../kubernetesObject';
import { createBackoff } from './backoff';
import type { ListWatchQuery } from './listPages';
import { listedType, listPages, queryPath } from './listPages';
import { createObjectTable } from './objectTable';
import { keepOf } from './parsePage';
import type { WatchSocket } from './watchSocket';
import { openWatch } from './watchSocket';

export interface ListWatchState<T> {
  items: T[];
  /** False until the first list is complete. */
  complete: boolean;
  /** How many objects the first list has still to bring; undefined when the server does not say. */
  remaining: number | undefined;
  /** Why the last list or watch failed; undefined while all is well. */
  error: unknown;
}

export interface ListWatch {
  stop: () => void;
  /** Tries now what would be tried later. */
  retry: () => void;
}

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
/** After so many watches that did not open, the list is read again: it tells why (401, 403), and what has changed. */
const WATCH_TRIES = 2;
/** What can be listed and not watched is listed again so often. */
const POLL_MS = 10_000;
/** So many lists later watching is tried once more: the permission may have come. */
const LISTS_PER_WATCH = 6;
/** A page that nobody has looked at for so long lets its watch go. */
const REST_AFTER_MS = 60_000;
/** The server ends a watch after this time; resuming costs one request. */
const WATCH_SECONDS = 300;

/**
 * Lists in pages and keeps watching from where the list ended. A cut watch resumes at its last resourceVersion; one
 * that the server cannot resume (410) lists again while the old content stays. What may be listed and not watched is
 * listed every few seconds. A page that stays hidden rests: nothing is tried, and its watch is let go.
 *
 * @param onChange called after each page and each event, with a reader of the state (reading copies the list, so
 *   callers read once a frame and not at each call) and whether the first list is complete
 */
export const startListWatch = <T extends KubernetesObject>(
  query: ListWatchQuery,
  impersonation: readonly string[],
  onChange: (read: () => ListWatchState<T>, isComplete: boolean) => void,
): ListWatch => {
  const type = listedType(query);
  const table = createObjectTable<T>((object) => keepOf(type, object) as T);
  const backoff = createBackoff({ firstMs: FIRST_RETRY_MS, mostMs: LAST_RETRY_MS });
  const abort = new AbortController();
  let socket: WatchSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  /** What is to be done later. */
  let pending: (() => void) | undefined;
  let complete = false;
  let remaining: number | undefined;
  let error: unknown;
  let failedWatches = 0;
  /** Lists to go until watching is tried: 0 unless watches fail where lists do not. */
  let listsToGo = 0;

  const changed = (): void => {
    onChange(() => ({ items: table.items(), complete, remaining, error }), complete);
  };

  const later = (work: () => void, ms = backoff.next()): void => {
    clearTimeout(timer);
    pending = () => {
      clearTimeout(timer);
      pending = undefined;
      document.removeEventListener('visibilitychange', runSeen);
      work();
    };
    timer = setTimeout(() => {
      document.addEventListener('visibilitychange', runSeen, { signal: abort.signal });
      runSeen();
    }, ms);
  };
  const runSeen = (): void => {
    if (!document.hidden) {
      pending?.();
    }
  };

  const letGo = (): void => {
    socket?.close();
    socket = undefined;
  };
  /** Goes on from where it was, when the page is looked at again. */
  const rest = (): void => {
    if (socket !== undefined) {
      letGo();
      later(watch, 0);
    }
  };
  const restIfHidden = (): void => {
    clearTimeout(restTimer);
    if (document.hidden) {
      restTimer = setTimeout(rest, REST_AFTER_MS);
    }
  };
  document.addEventListener('visibilitychange', restIfHidden, { signal: abort.signal });
  // It may have been opened in a tab behind others.
  restIfHidden();

  const watch = (): void => {
    const resourceVersion = table.resourceVersion();
    if (resourceVersion === undefined) {
      void list();
      return;
    }
    if (failedWatches >= WATCH_TRIES) {
      listsToGo = LISTS_PER_WATCH;
      void list();
      return;
    }
    const path = queryPath(query, {
      watch: 'true',
      allowWatchBookmarks: 'true',
      timeoutSeconds: String(WATCH_SECONDS),
      resourceVersion,
    });
    let opened = false;
    socket = openWatch(path, impersonation, {
      onOpen: () => {
        opened = true;
        failedWatches = 0;
        listsToGo = 0;
        if (error !== undefined) {
          error = undefined;
          changed();
        }
      },
      onEvent: (event) => {
        const outcome = table.applyEvent(event);
        if (outcome === 'applied') {
          backoff.reset();
          changed();
        } else if (outcome === 'expired' || outcome === 'broken') {
          letGo();
          backoff.reset();
          later(() => void list());
        } else if (event.type === 'BOOKMARK') {
          backoff.reset();
        }
      },
      onEnd: () => {
        socket = undefined;
        failedWatches = opened ? 0 : failedWatches + 1;
        later(watch);
      },
    });
  };

  const list = async (): Promise<void> => {
    failedWatches = 0;
    table.beginList();
    try {
      const resourceVersion = await listPages(
        query,
        (items, rest) => {
          // A model lists what the caller says it does.
          table.addPage(items as T[]);
          remaining = rest;
          // The last page is told with the end of the list.
          if (!complete && rest !== 0) {
            changed();
          }
        },
        abort.signal,
      );
      table.endList(resourceVersion);
      complete = true;
      remaining = 0;
      error = undefined;
      changed();
      if (listsToGo > 0) {
        listsToGo -= 1;
        later(() => void list(), POLL_MS);
      } else {
        watch();
      }
    } catch (problem) {
      if (abort.signal.aborted) {
        return;
      }
      // 410: the server forgot the list's beginning before its end was asked for.
      const { code, retryAfterMs } = describeFailure(problem);
      if (code !== 410) {
        error = problem;
        changed();
      }
      // A refusal seldom goes away within seconds: asking more often only adds load.
      const waitMs = code === 403 ? LAST_RETRY_MS : backoff.next();
      later(() => void list(), Math.max(retryAfterMs ?? 0, waitMs));
    }
  };

  void list();
  return {
    stop: () => {
      abort.abort();
      clearTimeout(timer);
      clearTimeout(restTimer);
      letGo();
    },
    retry: () => {
      pending?.();
    },
  };
};
