import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { inSlices } from './inSlices';

/** Counts up to a number, a step each, and answers it. */
function* countTo(end: number): Generator<undefined, number> {
  for (let count = 0; count < end; count += 1) {
    yield undefined;
  }
  return end;
}

it('finishes short work at once', () => {
  const work = inSlices(countTo);
  work.push(3);
  expect(work.read()).toBe(3);
});

it('pauses in long work, does not begin what is outdated, and ends with the last input', () => {
  // A clock on which each look takes a millisecond.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 1));
  fc.assert(
    fc.property(fc.array(fc.nat(2_000), { minLength: 1, maxLength: 6 }), fc.nat(3), (inputs, pauses) => {
      const waiting: (() => void)[] = [];
      const work = inSlices(countTo, (next) => waiting.push(next));
      const results: (number | undefined)[] = [];
      work.subscribe(() => results.push(work.read()));
      for (const input of inputs) {
        work.push(input);
        for (let turn = 0; turn < pauses; turn += 1) {
          waiting.shift()?.();
        }
      }
      while (waiting.length > 0) {
        // Never more than one slice is waiting: work does not overtake itself.
        expect(waiting).toHaveLength(1);
        waiting.shift()?.();
      }
      expect(work.read()).toBe(inputs.at(-1));
      expect(results.at(-1)).toBe(inputs.at(-1));
      expect(results.length).toBeLessThanOrEqual(inputs.length);
    }),
    // Work that ends just when its time is over.
    { examples: [[[143, 143], 0]] },
  );
});
