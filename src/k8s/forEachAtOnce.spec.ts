import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forEachAtOnce } from './forEachAtOnce';

const refusal = (code: number, retryAfter?: string): unknown => ({
  code,
  message: 'later',
  response: new Response(null, {
    status: code,
    headers: retryAfter === undefined ? {} : { 'Retry-After': retryAfter },
  }),
});

const items = Array.from({ length: 20 }, (_unused, index) => index);
const never = new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('handles each item once, and never more than allowed at once', async () => {
  const handled: number[] = [];
  let running = 0;
  let most = 0;
  const done = forEachAtOnce(items, { atOnce: 5, signal: never }, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((end) => setTimeout(end, 10));
    running -= 1;
    handled.push(item);
  });
  await vi.runAllTimersAsync();
  await done;
  expect(handled.sort((one, other) => one - other)).toEqual(items);
  expect(most).toBe(5);
});

it('waits as long as the server says, all requests of it, and then repeats what was refused', async () => {
  const times: number[] = [];
  const start = Date.now();
  let refused = false;
  const done = forEachAtOnce(items.slice(0, 4), { atOnce: 2, signal: never }, async (_item, ask) => {
    await ask(async () => {
      times.push(Date.now() - start);
      await Promise.resolve();
      if (!refused) {
        refused = true;
        throw refusal(429, '3');
      }
    });
  });
  await vi.runAllTimersAsync();
  await done;
  // The first two were under way when the first was refused.
  expect(times.slice(0, 2)).toEqual([0, 0]);
  expect(times).toHaveLength(5);
  expect(times.slice(2).every((time) => time >= 3000)).toBe(true);
});

it.each([
  ['a refusal that is not only for now', refusal(403), 1],
  ['an unavailable server that says nothing of later', refusal(503), 1],
  ['a server that always asks to wait', refusal(429), 6],
])('gives up at %s', async (_what, error, tries) => {
  const request = vi.fn(async (): Promise<void> => Promise.reject(error as Error));
  const failed = vi.fn();
  const done = forEachAtOnce([1], { atOnce: 5, signal: never }, async (_item, ask) => {
    await ask(request).catch(failed);
  });
  await vi.runAllTimersAsync();
  await done;
  expect(request).toHaveBeenCalledTimes(tries);
  expect(failed).toHaveBeenCalledWith(error);
});

it('starts nothing after it is stopped, but finishes what runs', async () => {
  const abort = new AbortController();
  const handled: number[] = [];
  const done = forEachAtOnce(items, { atOnce: 2, signal: abort.signal }, async (item) => {
    await new Promise((end) => setTimeout(end, 10));
    handled.push(item);
    if (item === 3) {
      abort.abort();
    }
  });
  await vi.runAllTimersAsync();
  await done;
  // Number 4 was under way.
  expect(handled).toEqual([0, 1, 2, 3, 4]);
});
