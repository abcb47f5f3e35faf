import { describe, expect, it } from 'vitest';
import type { Command, ListWatchControl, ListWatchEvent, Phase } from './listWatchModel';
import { firstStep, listWatchReducer } from './listWatchReducer';

const [FIRST] = firstStep(false);
const LISTING: Phase = { kind: 'listing' };
const OPENING: Phase = { kind: 'watching', isOpen: false };
const WATCHING: Phase = { kind: 'watching', isOpen: true };
const waiting = (next: 'list' | 'watch', isDue = false): Phase => ({ kind: 'waiting', next, isDue });

const LIST: Command = { kind: 'list' };
const silenceIn = (ms: number): Command => ({ kind: 'setTimer', timer: 'silence', leastMs: ms, mostMs: ms });
const WATCH: Command[] = [{ kind: 'watch' }, silenceIn(90_000)];
const CLOSE: Command = { kind: 'closeWatch' };
const NOTIFY: Command = { kind: 'notify' };
const retryIn = (leastMs: number, mostMs = leastMs): Command => ({
  kind: 'setTimer',
  timer: 'retry',
  leastMs,
  mostMs,
});
const REST: Command = { kind: 'setTimer', timer: 'rest', leastMs: 60_000, mostMs: 60_000 };

const failed = (code: number | undefined, retryAfterMs?: number): ListWatchEvent => ({
  kind: 'listFailed',
  error: code,
  code,
  retryAfterMs,
});
const brought = (outcome: Extract<ListWatchEvent, { kind: 'watchBrought' }>['outcome']): ListWatchEvent => ({
  kind: 'watchBrought',
  outcome,
});
const on = (
  kind: 'listEnded' | 'watchOpened' | 'watchEnded' | 'retryDue' | 'retryAsked',
): ListWatchEvent => ({
  kind,
});
const page = (kind: 'pageHidden' | 'pageShown' | 'restDue' | 'stopped'): ListWatchEvent => ({ kind });

/** Name, initial state, event, changes of the state, and commands. */
type Case = [string, Partial<ListWatchControl>, ListWatchEvent, Partial<ListWatchControl>, Command[]];

const take = (from: Partial<ListWatchControl>, event: ListWatchEvent, now = 0) =>
  listWatchReducer({ ...FIRST, ...from }, event, now);

const check = (...[, from, event, changes, commands]: Case): void => {
  expect(take(from, event)).toEqual([{ ...FIRST, ...from, ...changes }, commands]);
};

it('begins with a list', () => {
  expect(firstStep(true)).toEqual([{ ...FIRST, phase: LISTING, isHidden: true, complete: false }, [LIST]]);
});

describe('while it lists', () => {
  const complete = { complete: true, remaining: 0 };
  // prettier-ignore
  it.each<Case>([
    ['shows a page of the first list', {}, { kind: 'pageCame', remaining: 7 }, { remaining: 7 }, [NOTIFY]],
    ['leaves the last page to the end of the list', {}, { kind: 'pageCame', remaining: 0 }, { remaining: 0 }, []],
    ['shows no page of a later list', complete, { kind: 'pageCame', remaining: 7 }, { remaining: 7 }, []],
    ['watches when it has all', { error: 1 }, on('listEnded'), { ...complete, phase: OPENING, error: undefined }, [NOTIFY, ...WATCH]],
    ['watches a hidden page only for a while', { isHidden: true }, on('listEnded'), { ...complete, phase: OPENING }, [NOTIFY, ...WATCH, REST]],
    ['lists again later where watches fail', { listsToGo: 6 }, on('listEnded'), { ...complete, listsToGo: 5, phase: waiting('list') }, [NOTIFY, retryIn(10_000)]],
    ['says that a server failed, and tries again', {}, failed(500), { error: 500, retries: 1, phase: waiting('list') }, [NOTIFY, retryIn(250, 500)]],
    ['waits longer each time', { retries: 3 }, failed(500), { error: 500, retries: 4, phase: waiting('list') }, [NOTIFY, retryIn(2_000, 4_000)]],
    ['waits no longer than half a minute', { retries: 60 }, failed(500), { error: 500, retries: 61, phase: waiting('list') }, [NOTIFY, retryIn(15_000, 30_000)]],
    ['waits as long as the server asks for', {}, failed(429, 20_000), { error: 429, retries: 1, phase: waiting('list') }, [NOTIFY, retryIn(20_000, 20_000)]],
    ['waits half a minute after a refusal', {}, failed(403), { error: 403, phase: waiting('list') }, [NOTIFY, retryIn(30_000)]],
    ['waits longer after a refusal if the server asks for it', {}, failed(403, 60_000), { error: 403, phase: waiting('list') }, [NOTIFY, retryIn(60_000)]],
    ['says nothing of a list that the server forgot', {}, failed(410), { retries: 1, phase: waiting('list') }, [retryIn(250, 500)]],
    ['goes on on a hidden page', {}, page('pageHidden'), { isHidden: true }, []],
    ['is not hurried', {}, on('retryAsked'), {}, []],
    ['ignores a watch that is over', {}, on('watchEnded'), {}, []],
  ])('%s', check);
});

describe('while it watches', () => {
  const open = { phase: WATCHING, complete: true, retries: 2 };
  const opening = { phase: OPENING, complete: true, retries: 2 };
  // prettier-ignore
  it.each<Case>([
    ['is content when the watch opens', { ...opening, failedWatches: 1, listsToGo: 3 }, on('watchOpened'), { phase: WATCHING, failedWatches: 0, listsToGo: 0 }, []],
    ['says that all is well again', { ...opening, error: 1 }, on('watchOpened'), { phase: WATCHING, error: undefined }, [NOTIFY]],
    ['shows a change, and trusts the server again', open, brought('applied'), { retries: 0 }, [NOTIFY]],
    ['trusts the server after a bookmark', open, brought('bookmark'), { retries: 0 }, []],
    ['ignores what it knows', open, brought('ignored'), {}, []],
    ['lists again when the version is too old', open, brought('expired'), { retries: 1, phase: waiting('list') }, [CLOSE, retryIn(250, 500)]],
    ['lists again after another error', open, brought('broken'), { retries: 1, phase: waiting('list') }, [CLOSE, retryIn(250, 500)]],
    ['resumes a watch that ended', { ...open, failedWatches: 1 }, on('watchEnded'), { retries: 3, failedWatches: 0, phase: waiting('watch') }, [retryIn(1_000, 2_000)]],
    ['counts a watch that did not open', opening, on('watchEnded'), { retries: 3, failedWatches: 1, phase: waiting('watch') }, [retryIn(1_000, 2_000)]],
    ['closes the watch only after a while on a hidden page', open, page('pageHidden'), { isHidden: true }, [REST]],
    ['closes the watch then, and resumes it when the page is seen', { ...open, isHidden: true }, page('restDue'), { phase: waiting('watch', true) }, [CLOSE]],
    ['keeps the watch if the page was seen meanwhile', open, page('restDue'), {}, []],
    ['goes on when the page is seen again', { ...open, isHidden: true }, page('pageShown'), { isHidden: false }, []],
    ['ignores a timer that is left over', open, on('retryDue'), {}, []],
  ])('%s', check);
});

describe('while it waits', () => {
  // prettier-ignore
  it.each<Case>([
    ['lists when the time is over', { phase: waiting('list') }, on('retryDue'), { phase: LISTING }, [LIST]],
    ['watches when the time is over', { phase: waiting('watch'), failedWatches: 1 }, on('retryDue'), { phase: OPENING }, [...WATCH]],
    ['lists after two watches that did not open', { phase: waiting('watch'), failedWatches: 2 }, on('retryDue'), { phase: LISTING, failedWatches: 0, listsToGo: 6 }, [LIST]],
    ['does nothing on a hidden page', { phase: waiting('list'), isHidden: true }, on('retryDue'), { phase: waiting('list', true) }, []],
    ['does it when the page is seen', { phase: waiting('list', true), isHidden: true }, page('pageShown'), { phase: LISTING, isHidden: false }, [LIST]],
    ['waits on when the page is seen too early', { phase: waiting('list'), isHidden: true }, page('pageShown'), { isHidden: false }, []],
    ['goes on at once when asked to', { phase: waiting('watch') }, on('retryAsked'), { phase: OPENING }, [...WATCH]],
    ['ignores what the watch before it brings', { phase: waiting('watch') }, brought('applied'), {}, []],
  ])('%s', check);
});

describe('a watch that is silent', () => {
  const open = { phase: WATCHING, complete: true, seenAt: 10_000 };
  const due: ListWatchEvent = { kind: 'silenceDue' };

  it('is left alone while the server has sent something in time', () => {
    expect(take(open, due, 60_000)).toEqual([{ ...FIRST, ...open }, [silenceIn(40_000)]]);
    expect(take(open, brought('bookmark'), 60_000)[0].seenAt).toBe(60_000);
  });

  it('is replaced, and its content is stale since the last message', () => {
    const [stale, commands] = take(open, due, 100_000);
    expect(commands).toEqual([CLOSE, NOTIFY, ...WATCH]);
    expect(stale).toEqual({ ...FIRST, ...open, phase: OPENING, staleSince: 10_000 });
    const [fresh, told] = listWatchReducer(stale, on('watchOpened'), 100_000);
    expect([fresh.staleSince, told]).toEqual([undefined, [NOTIFY]]);
  });

  it.each(['online', 'pageShown'] as const)('is replaced at once at %s, if the computer slept', (kind) => {
    expect(take(open, { kind }, 99_000)[1]).toEqual([]);
    const [stale, commands] = take(open, { kind }, 100_000);
    expect([stale.staleSince, commands]).toEqual([10_000, [CLOSE, NOTIFY, ...WATCH]]);
  });

  it('lists after two that did not open, and is stale since the same time until the list is there', () => {
    const opening = { ...open, phase: OPENING, failedWatches: 1, staleSince: 5_000 };
    const [listing, commands] = take(opening, due, 100_000);
    expect([listing.phase, listing.staleSince, commands]).toEqual([LISTING, 5_000, [CLOSE, NOTIFY, LIST]]);
    expect(listWatchReducer(listing, on('listEnded'), 100_000)[0].staleSince).toBeUndefined();
  });
});

it.each<Phase>([LISTING, OPENING, WATCHING, waiting('list')])('stops from %j, for good', (phase) => {
  const [stopped, commands] = take({ phase }, page('stopped'));
  expect([stopped.phase, commands]).toEqual([{ kind: 'stopped' }, [CLOSE]]);
  for (const event of [failed(500), on('listEnded'), brought('applied'), on('retryDue'), on('retryAsked')]) {
    expect(listWatchReducer(stopped, event, 0)).toEqual([stopped, []]);
  }
});
