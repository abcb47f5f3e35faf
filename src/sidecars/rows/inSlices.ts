/** Half a frame: input waits no longer than this. */
const SLICE_MS = 8;

/** Reading the clock costs more than most steps. */
const STEPS_BETWEEN_LOOKS = 16;

export interface SlicedWork<Input, Output> {
  /** Works on this next, instead of an earlier input that has not been started. */
  push: (input: Input) => void;
  /** The result of the last finished work. */
  read: () => Output | undefined;
  subscribe: (listener: () => void) => () => void;
}

/**
 * Does work of many small steps without blocking the page: a few milliseconds at a time, the first of them immediately.
 * Started work is always finished, so that there are results even if new input comes fast.
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
        // Without more work nothing may be scheduled, because new input starts immediately.
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
