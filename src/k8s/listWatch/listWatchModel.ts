export type Phase =
  | { kind: 'listing' }
  | { kind: 'watching'; isOpen: boolean }
  /** `isDue`: the time is over, but the page is hidden. */
  | { kind: 'waiting'; next: 'list' | 'watch'; isDue: boolean }
  | { kind: 'stopped' };

export interface ListWatchControl {
  phase: Phase;
  isHidden: boolean;
  /** False until the first list is complete. */
  complete: boolean;
  /** How many objects the first list has still to bring; undefined when the server does not say. */
  remaining: number | undefined;
  /** Why the last list failed; undefined after a success. */
  error: unknown;
  /** Retries since the last success: each waits longer. */
  retries: number;
  /** Watches in a row that did not open. */
  failedWatches: number;
  /** Lists to go until watching is tried: 0 unless watches fail where lists do not. */
  listsToGo: number;
}

export type ListWatchEvent =
  | { kind: 'pageCame'; remaining: number | undefined }
  | { kind: 'listEnded' }
  | { kind: 'listFailed'; error: unknown; code: number | undefined; retryAfterMs: number | undefined }
  | { kind: 'watchOpened' }
  /** What `objectTable` made of one message of the watch. */
  | { kind: 'watchBrought'; outcome: 'applied' | 'bookmark' | 'ignored' | 'expired' | 'broken' }
  | { kind: 'watchEnded' }
  | { kind: 'retryDue' }
  | { kind: 'retryAsked' }
  | { kind: 'pageHidden' }
  | { kind: 'pageShown' }
  | { kind: 'restDue' }
  | { kind: 'stopped' };

export type TimerName = 'retry' | 'rest';

export type Command =
  | { kind: 'list' }
  | { kind: 'watch' }
  | { kind: 'closeWatch' }
  /** Fires `<timer>Due` after a random time between both; replaces the timer of this name. */
  | { kind: 'setTimer'; timer: TimerName; leastMs: number; mostMs: number }
  /** Tells the readers. */
  | { kind: 'notify' };
