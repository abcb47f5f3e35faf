import { expect, it, vi } from 'vitest';
import { pause } from './pause';

it('lets go of the signal after each pause, as a loop makes many with the same one', async () => {
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, 'addEventListener');
  const removed = vi.spyOn(signal, 'removeEventListener');
  await pause(1, signal);
  await pause(1, signal);
  expect(added).toHaveBeenCalledTimes(2);
  expect(removed.mock.calls).toEqual(added.mock.calls);
});

it.each(['before', 'during'])('ends at once when aborted %s it', async (when) => {
  const abort = new AbortController();
  if (when === 'before') {
    abort.abort();
  }
  const paused = pause(3_600_000, abort.signal);
  abort.abort();
  await expect(paused).resolves.toBeUndefined();
});
