import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { usePolled } from './usePolled';

const INTERVAL_MS = 1000;

const setHidden = (isHidden: boolean): void => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
  document.dispatchEvent(new Event('visibilitychange'));
};
const pass = async (ms: number): Promise<void> => {
  await act(async () => vi.advanceTimersByTimeAsync(ms));
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('reads once in a hidden tab, and makes up for a due read when it is visible', async () => {
  setHidden(true);
  const read = vi.fn(async () => Promise.resolve(read.mock.calls.length));
  const { result, unmount } = renderHook(() => usePolled(read, INTERVAL_MS));
  await pass(10 * INTERVAL_MS);
  expect(result.current.value).toEqual({ status: 'loaded', data: 1 });

  setHidden(false);
  await pass(0);
  expect(result.current.value).toEqual({ status: 'loaded', data: 2 });
  await pass(INTERVAL_MS);
  expect(read).toHaveBeenCalledTimes(3);

  setHidden(true);
  await pass(INTERVAL_MS);
  unmount();
  setHidden(false);
  await pass(INTERVAL_MS);
  expect(read).toHaveBeenCalledTimes(3);
});

it('offers a retry if it polls', async () => {
  const read = vi.fn(async () => Promise.reject(new Error('gone')));
  const { result } = renderHook(() => usePolled(read, INTERVAL_MS));
  await pass(0);
  expect(result.current.value).toMatchObject({ status: 'failed', retry: result.current.reload });
  await pass(INTERVAL_MS);
  expect(read).toHaveBeenCalledTimes(2);
});

it('without an interval reads once, and again on request, and offers no retry', async () => {
  const error = new Error('gone');
  const read = vi.fn(async () => Promise.resolve('text'));
  const { result } = renderHook(() => usePolled(read, undefined));
  await pass(10 * INTERVAL_MS);
  expect(read).toHaveBeenCalledTimes(1);

  read.mockRejectedValueOnce(error);
  act(() => {
    result.current.reload();
  });
  await pass(10 * INTERVAL_MS);
  expect(read).toHaveBeenCalledTimes(2);
  expect(result.current.value).toEqual({ status: 'loaded', data: 'text', problem: error });
});

it('waits as long as a busy server asks for', async () => {
  const response = new Response(null, { status: 429, headers: { 'Retry-After': '20' } });
  const read = vi.fn(async () => Promise.resolve('text'));
  read.mockRejectedValueOnce({ code: 429, response });
  renderHook(() => usePolled(read, INTERVAL_MS));
  await pass(19_000);
  expect(read).toHaveBeenCalledTimes(1);
  await pass(1_000);
  expect(read).toHaveBeenCalledTimes(2);
});
