/** Half a frame: what is typed or clicked meanwhile waits no longer. */
const SLICE_MS = 8;

/** Looking at the clock costs more than most steps. */
const STEPS_BETWEEN_LOOKS = 16;

export interface SlicedWork<Input, Output> {
  /** Works on this next; what was given before and not begun is left out. */
  push: (input: Input) => void;
  /** What came of the last work that was finished. */
  read: () => Output | undefined;
  subscribe: (listener: () => void) => () => void;
}

/**
 * Does work of many small steps without keeping the page busy: a few milliseconds at a time, the first of them at
 * once. Work that was begun is finished, so that something comes out however fast new input comes in.
 */
export const inSlices = <Input, Output>(
  work: (input: Input) => Generator<undefined, Output>,
  later: (next: () => void) => void = setTimeout,
): SlicedWork<Input, Output> => {
  const listeners = new Set<() => void>();
  let waiting: { input: Input } | undefined;
  let steps: Generator<undefined, Output> | undefined;
  let output: Output | undefined;

  const hasWork = (): boolean => steps !== undefined || waiting !== undefined;

  const finish = (result: Output): void => {
    steps = undefined;
    output = result;
    listeners.forEach((listener) => {
      listener();
    });
  };

  const run = (): void => {
    const end = performance.now() + SLICE_MS;
    for (let step = 1; ; step += 1) {
      if (steps === undefined) {
        if (waiting === undefined) {
          return;
        }
        steps = work(waiting.input);
        waiting = undefined;
      }
      const { done, value } = steps.next();
      if (done === true) {
        finish(value);
      }
      if (step % STEPS_BETWEEN_LOOKS === 0 && performance.now() > end) {
        // What is given when all is done begins at once: nothing may be waiting to run then.
        if (hasWork()) {
          later(run);
        }
        return;
      }
    }
  };

  return {
    push: (input) => {
      const isRunning = hasWork();
      waiting = { input };
      if (!isRunning) {
        run();
      }
    },
    read: () => output,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
