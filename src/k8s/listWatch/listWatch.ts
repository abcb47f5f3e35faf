import { describeFailure } from '../../apiError';
import type { KubernetesObject } from '../kubernetesObject';
import type { ListWatchQuery } from './listPages';
import { listedType, listPages, queryPath } from './listPages';
import type { Command, ListWatchControl, ListWatchEvent, TimerName } from './listWatchModel';
import { firstStep, listWatchReducer } from './listWatchReducer';
import { createObjectTable } from './objectTable';
import { keepOf } from './parsePage';
import type { WatchSocket } from './watchSocket';
import { openWatch } from './watchSocket';

export interface ListWatchState<T> extends Pick<
  ListWatchControl,
  'complete' | 'remaining' | 'error' | 'staleSince'
> {
  items: T[];
}

export interface ListWatch {
  stop: () => void;
  /** Runs a pending retry now. */
  retry: () => void;
}

/** The server ends a watch after this time; a resumed watch costs one request. */
const WATCH_SECONDS = 300;

/**
 * Lists in pages and then watches, until it is stopped. `listWatchReducer` decides what to do; this function does it.
 *
 * @param onChange called after each page and each event with a reader of the state and whether the first list is complete.
 *   Reading copies the list, so callers should read once a frame, not at each call
 */
export const startListWatch = <T extends KubernetesObject>(
  query: ListWatchQuery,
  impersonation: readonly string[],
  onChange: (read: () => ListWatchState<T>, isComplete: boolean) => void,
): ListWatch => {
  const type = listedType(query);
  const table = createObjectTable<T>((object) => keepOf(type, object) as T);
  const abort = new AbortController();
  const timers = new Map<TimerName, ReturnType<typeof setTimeout>>();
  const [firstState, firstCommands] = firstStep(document.hidden);
  let state = firstState;
  let socket: WatchSocket | undefined;

  const dispatch = (event: ListWatchEvent): void => {
    const [next, commands] = listWatchReducer(state, event, Date.now());
    state = next;
    commands.forEach(perform);
  };

  const read = (): ListWatchState<T> => {
    const { complete, remaining, error, staleSince } = state;
    return { items: table.items(), complete, remaining, error, staleSince };
  };

  const list = (): void => {
    table.beginList();
    listPages(
      query,
      (items, remaining) => {
        // The caller states the type of the model's objects.
        table.addPage(items as T[]);
        dispatch({ kind: 'pageCame', remaining });
      },
      abort.signal,
    ).then(
      (resourceVersion) => {
        table.endList(resourceVersion);
        dispatch({ kind: 'listEnded' });
      },
      (error: unknown) => {
        const { code, retryAfterMs } = describeFailure(error);
        dispatch({ kind: 'listFailed', error, code, retryAfterMs });
      },
    );
  };

  const watch = (): void => {
    const path = queryPath(query, {
      watch: 'true',
      allowWatchBookmarks: 'true',
      timeoutSeconds: String(WATCH_SECONDS),
      resourceVersion: table.resourceVersion(),
    });
    socket = openWatch(path, impersonation, {
      onOpen: () => {
        dispatch({ kind: 'watchOpened' });
      },
      onEvent: (event) => {
        dispatch({ kind: 'watchBrought', outcome: table.applyEvent(event) });
      },
      onEnd: () => {
        dispatch({ kind: 'watchEnded' });
      },
    });
  };

  const perform = (command: Command): void => {
    switch (command.kind) {
      case 'list':
        list();
        break;
      case 'watch':
        watch();
        break;
      case 'closeWatch':
        socket?.close();
        break;
      case 'setTimer': {
        const { timer, leastMs, mostMs } = command;
        clearTimeout(timers.get(timer));
        const ms = leastMs + (mostMs - leastMs) * Math.random();
        timers.set(
          timer,
          setTimeout(() => {
            dispatch({ kind: `${timer}Due` });
          }, ms),
        );
        break;
      }
      case 'notify':
        onChange(read, state.complete);
    }
  };

  document.addEventListener(
    'visibilitychange',
    () => {
      dispatch({ kind: document.hidden ? 'pageHidden' : 'pageShown' });
    },
    { signal: abort.signal },
  );
  window.addEventListener(
    'online',
    () => {
      dispatch({ kind: 'online' });
    },
    { signal: abort.signal },
  );
  firstCommands.forEach(perform);
  return {
    stop: () => {
      abort.abort();
      timers.forEach((timer) => {
        clearTimeout(timer);
      });
      dispatch({ kind: 'stopped' });
    },
    retry: () => {
      dispatch({ kind: 'retryAsked' });
    },
  };
};
