export type Phase =
  | { kind: 'listing' }
  | { kind: 'watching'; isOpen: boolean }
  /** `isDue`: the delay has passed, but the page is hidden. */
  | { kind: 'waiting'; next: 'list' | 'watch'; isDue: boolean }
  | { kind: 'stopped' };

export interface ListWatchControl {
  phase: Phase;
  isHidden: boolean;
  /** False until the first list is complete. */
  complete: boolean;
  /** Number of objects that the first list still has to load; undefined if the server does not say. */
  remaining: number | undefined;
  /** Why the last list failed; undefined after a success. */
  error: unknown;
  /** When the server last sent something; milliseconds since 1970. */
  seenAt: number;
  /** Set while a watch is silent, until the next one opens or a list is complete. Later changes may be missing. */
  staleSince: number | undefined;
  /** Retries since the last success; each waits longer. */
  retries: number;
  /** Watches in a row that did not open. */
  failedWatches: number;
  /** Number of lists until the next try to watch; not 0 only if watches fail and lists succeed. */
  listsToGo: number;
}

export type ListWatchEvent =
  | { kind: 'pageCame'; remaining: number | undefined }
  | { kind: 'listEnded' }
  | { kind: 'listFailed'; error: unknown; code: number | undefined; retryAfterMs: number | undefined }
  | { kind: 'watchOpened' }
  /** The result of `objectTable` for one message of the watch. */
  | { kind: 'watchBrought'; outcome: 'applied' | 'bookmark' | 'ignored' | 'expired' | 'broken' }
  | { kind: 'watchEnded' }
  | { kind: 'retryDue' }
  | { kind: 'retryAsked' }
  | { kind: 'pageHidden' }
  | { kind: 'pageShown' }
  /** The browser has a network connection again, perhaps after the computer slept. */
  | { kind: 'online' }
  | { kind: 'restDue' }
  | { kind: 'silenceDue' }
  | { kind: 'stopped' };

export type TimerName = 'retry' | 'rest' | 'silence';

export type Command =
  | { kind: 'list' }
  | { kind: 'watch' }
  | { kind: 'closeWatch' }
  /** Fires `<timer>Due` after a random time between both limits; replaces the timer of this name. */
  | { kind: 'setTimer'; timer: TimerName; leastMs: number; mostMs: number }
  /** Notifies the readers. */
  | { kind: 'notify' };
