import { vi } from 'vitest';

/** Saved before a test replaces it. */
const { setTimeout: realTimeout } = globalThis;
/** Real time for requests and events to arrive. */
const REAL_MS = 10;

/**
 * Advances fake time until a check passes, with a moment of real time before each check: `vi.waitFor` really waits for its
 * interval.
 *
 * @param check throws until the awaited state is reached
 * @param stepMs fake time between checks
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
