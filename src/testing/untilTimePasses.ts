import { vi } from 'vitest';

/** Before a test replaces it. */
const { setTimeout: realTimeout } = globalThis;
/** For requests and events to arrive. */
const REAL_MS = 10;

/**
 * Moves fake time on until a check passes, with a moment of real time at each look: `vi.waitFor` itself really waits its
 * interval.
 *
 * @param check throws while what is waited for has not come
 * @param stepMs fake time between looks
 * @param limitMs fake time after which the check's own error is thrown
 */
export const untilTimePasses = async (
  check: () => void,
  { stepMs = 500, limitMs = 600_000 } = {},
): Promise<void> => {
  for (let passed = 0; ; passed += stepMs) {
    try {
      check();
      return;
    } catch (error) {
      if (passed >= limitMs) {
        throw error;
      }
    }
    await vi.advanceTimersByTimeAsync(stepMs);
    await new Promise((next) => realTimeout(next, REAL_MS));
  }
};
