import type { Command, ListWatchControl, ListWatchEvent, Phase } from './listWatchModel';

/**
 * Decides what a list-watch does next, as a pure function of its state and an event. `listWatch.ts` has the requests, the
 * socket and the timers.
 *
 * It lists and then watches from the list's version. A watch that ends is resumed at its last resourceVersion; if that is
 * not possible, it lists again. It replaces a watch that is silent for too long. If listing is permitted but watching is
 * not, it polls. On a hidden page it does not retry, and after a while it closes the watch.
 */

type Step = readonly [ListWatchControl, readonly Command[]];

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
/** After this number of failed watches it lists again, to learn the reason (401, 403) and what has changed. */
const WATCH_TRIES = 2;
/** Interval for polling a list that cannot be watched. */
const POLL_MS = 10_000;
/** After this number of polls it tries to watch again, because permissions may have changed. */
const LISTS_PER_WATCH = 6;
/** Time after which a hidden page closes its watch. */
const REST_AFTER_MS = 60_000;
/** The API server sends a bookmark about every minute, so a watch without any message for this time is broken. */
const SILENCE_MS = 90_000;

const LIST: Command = { kind: 'list' };
const WATCH: Command = { kind: 'watch' };
const CLOSE_WATCH: Command = { kind: 'closeWatch' };
const NOTIFY: Command = { kind: 'notify' };
const START_REST: Command = {
  kind: 'setTimer',
  timer: 'rest',
  leastMs: REST_AFTER_MS,
  mostMs: REST_AFTER_MS,
};

const silenceIn = (ms: number): Command => ({
  kind: 'setTimer',
  timer: 'silence',
  leastMs: ms,
  mostMs: ms,
});

export const firstStep = (isHidden: boolean): Step => [
  {
    phase: { kind: 'listing' },
    isHidden,
    complete: false,
    remaining: undefined,
    error: undefined,
    seenAt: 0,
    staleSince: undefined,
    retries: 0,
    failedWatches: 0,
    listsToGo: 0,
  },
  [LIST],
];

const list = (state: ListWatchControl): Step => [
  { ...state, phase: { kind: 'listing' }, failedWatches: 0 },
  [LIST],
];

const watch = (state: ListWatchControl): Step =>
  state.failedWatches >= WATCH_TRIES
    ? list({ ...state, listsToGo: LISTS_PER_WATCH })
    : [
        { ...state, phase: { kind: 'watching', isOpen: false } },
        [WATCH, silenceIn(SILENCE_MS), ...(state.isHidden ? [START_REST] : [])],
      ];

const goOn = (state: ListWatchControl, next: 'list' | 'watch'): Step =>
  next === 'list' ? list(state) : watch(state);

const wait = (state: ListWatchControl, next: 'list' | 'watch', leastMs: number, mostMs = leastMs): Step => [
  { ...state, phase: { kind: 'waiting', next, isDue: false } },
  [{ kind: 'setTimer', timer: 'retry', leastMs, mostMs }],
];

/** Exponential back-off with a limit and jitter, so that many browsers do not retry at once. */
const backOff = (state: ListWatchControl, next: 'list' | 'watch', retryAfterMs = 0): Step => {
  const mostMs = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** state.retries);
  return wait(
    { ...state, retries: state.retries + 1 },
    next,
    Math.max(retryAfterMs, mostMs / 2),
    Math.max(retryAfterMs, mostMs),
  );
};

const before = (commands: readonly Command[], [state, more]: Step): Step => [state, [...commands, ...more]];

/** Milliseconds until the server counts as silent. */
const silentIn = ({ seenAt }: ListWatchControl, now: number): number => seenAt + SILENCE_MS - now;

const replaceSilent = (state: ListWatchControl): Step =>
  before([CLOSE_WATCH, NOTIFY], watch({ ...state, staleSince: state.staleSince ?? state.seenAt }));

const whileListing = (state: ListWatchControl, event: ListWatchEvent): Step => {
  switch (event.kind) {
    case 'pageCame':
      return [
        { ...state, remaining: event.remaining },
        // After the last page, readers are notified when the list ends.
        state.complete || event.remaining === 0 ? [] : [NOTIFY],
      ];
    case 'listEnded': {
      const ended = { ...state, complete: true, remaining: 0, error: undefined, staleSince: undefined };
      return before(
        [NOTIFY],
        state.listsToGo > 0
          ? wait({ ...ended, listsToGo: state.listsToGo - 1 }, 'list', POLL_MS)
          : watch(ended),
      );
    }
    case 'listFailed': {
      const { error, code, retryAfterMs } = event;
      // The continue token expired before the list was complete.
      if (code === 410) {
        return backOff(state, 'list', retryAfterMs);
      }
      const failed = { ...state, error };
      // A refusal seldom ends within seconds, so more frequent retries would only add load.
      return before(
        [NOTIFY],
        code === 403
          ? wait(failed, 'list', Math.max(retryAfterMs ?? 0, LAST_RETRY_MS))
          : backOff(failed, 'list', retryAfterMs),
      );
    }
    default:
      return [state, []];
  }
};

const whileWatching = (
  state: ListWatchControl,
  isOpen: boolean,
  event: ListWatchEvent,
  now: number,
): Step => {
  const failedWatches = isOpen ? 0 : state.failedWatches + 1;
  switch (event.kind) {
    case 'watchOpened':
      return [
        {
          ...state,
          phase: { kind: 'watching', isOpen: true },
          failedWatches: 0,
          listsToGo: 0,
          error: undefined,
          staleSince: undefined,
        },
        state.error === undefined && state.staleSince === undefined ? [] : [NOTIFY],
      ];
    case 'watchBrought':
      switch (event.outcome) {
        case 'applied':
          return [{ ...state, retries: 0 }, [NOTIFY]];
        case 'bookmark':
          return [{ ...state, retries: 0 }, []];
        case 'ignored':
          return [state, []];
        case 'expired':
        case 'broken':
          return before([CLOSE_WATCH], backOff({ ...state, retries: 0 }, 'list'));
      }
      break;
    case 'watchEnded':
      return backOff({ ...state, failedWatches }, 'watch');
    case 'silenceDue':
      return isOpen && silentIn(state, now) > 0
        ? [state, [silenceIn(silentIn(state, now))]]
        : replaceSilent({ ...state, failedWatches });
    // The timer of the silence stood still while the computer slept.
    case 'online':
    case 'pageShown':
      return isOpen && silentIn(state, now) <= 0 ? replaceSilent(state) : [state, []];
    case 'restDue':
      return state.isHidden
        ? [{ ...state, phase: { kind: 'waiting', next: 'watch', isDue: true } }, [CLOSE_WATCH]]
        : [state, []];
    case 'pageHidden':
      return [state, [START_REST]];
    default:
  }
  return [state, []];
};

const whileWaiting = (
  state: ListWatchControl,
  phase: Extract<Phase, { kind: 'waiting' }>,
  event: ListWatchEvent,
): Step => {
  switch (event.kind) {
    case 'retryDue':
      return state.isHidden ? [{ ...state, phase: { ...phase, isDue: true } }, []] : goOn(state, phase.next);
    case 'pageShown':
      return phase.isDue ? goOn(state, phase.next) : [state, []];
    case 'retryAsked':
      return goOn(state, phase.next);
    default:
      return [state, []];
  }
};

/** Applies what is true in every phase. */
const noticed = (state: ListWatchControl, { kind }: ListWatchEvent, now: number): ListWatchControl => {
  switch (kind) {
    case 'pageHidden':
    case 'pageShown':
      return { ...state, isHidden: kind === 'pageHidden' };
    case 'listEnded':
    case 'watchOpened':
    case 'watchBrought':
      return { ...state, seenAt: now };
    default:
      return state;
  }
};

/** Ignores events that no longer fit the phase, such as an outdated timer. */
export const listWatchReducer = (previous: ListWatchControl, event: ListWatchEvent, now: number): Step => {
  const state = noticed(previous, event, now);
  const { phase } = state;
  if (event.kind === 'stopped') {
    return [{ ...state, phase: { kind: 'stopped' } }, [CLOSE_WATCH]];
  }
  switch (phase.kind) {
    case 'listing':
      return whileListing(state, event);
    case 'watching':
      return whileWatching(state, phase.isOpen, event, now);
    case 'waiting':
      return whileWaiting(state, phase, event);
    case 'stopped':
      return [state, []];
  }
};
