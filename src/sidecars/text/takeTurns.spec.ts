import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Steps } from './steps';
import { takeTurns } from './takeTurns';

/** The clock stands still but in here. */
function* slow(steps: number): Steps<number> {
  for (let step = 0; step < steps; step += 1) {
    vi.advanceTimersByTime(10);
    yield;
  }
  return steps;
}

describe('takeTurns', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('ends before it returns where one turn is enough', () => {
    const done = vi.fn();
    takeTurns(slow(1), done);
    expect(done).toHaveBeenCalledExactlyOnceWith(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('lets others have their turn in between', () => {
    const done = vi.fn();
    takeTurns(slow(5), done);
    expect(done).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(1);
    vi.runAllTimers();
    expect(done).toHaveBeenCalledExactlyOnceWith(5);
  });

  it('stops when it is told to', () => {
    const done = vi.fn();
    takeTurns(slow(5), done)();
    vi.runAllTimers();
    expect(done).not.toHaveBeenCalled();
  });
});
