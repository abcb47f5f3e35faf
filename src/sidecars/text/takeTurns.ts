import type { Steps } from './steps';

/** Less than a frame: what is typed or clicked meanwhile waits no longer. */
const TURN_MS = 12;

/**
 * Does work in turns of a few milliseconds, the first of them at once, so that the page can do other things in between.
 * A step that takes longer is a turn by itself.
 *
 * @param done is told what came of it, before this returns when one turn is enough
 * @returns gives the work up
 */
export const takeTurns = <T>(steps: Steps<T>, done: (result: T) => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const turn = (): void => {
    const end = performance.now() + TURN_MS;
    do {
      const step = steps.next();
      if (step.done === true) {
        done(step.value);
        return;
      }
    } while (performance.now() < end);
    timer = setTimeout(turn);
  };
  turn();
  return () => {
    clearTimeout(timer);
  };
};
