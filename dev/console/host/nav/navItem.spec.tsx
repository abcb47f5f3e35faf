import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderNavItems } from './navItem';

const item = (
  id: string,
  insertAfter: string[] = [],
  insertBefore: string[] = [],
): Parameters<typeof orderNavItems>[0][number] => ({ id, insertAfter, insertBefore });
const order = (...items: ReturnType<typeof item>[]): string =>
  orderNavItems(items)
    .map(({ id }) => id)
    .join(' ');

describe('the order of navigation entries', () => {
  it.each([
    ['as they come', order(item('a'), item('b')), 'a b'],
    ['after another', order(item('x', ['a']), item('a'), item('b')), 'a x b'],
    ['before another', order(item('x', [], ['b']), item('a'), item('b')), 'a x b'],
    ['before wins over after', order(item('x', ['b'], ['a']), item('a'), item('b')), 'x a b'],
    ['the first that exists', order(item('x', ['gone', 'a']), item('a'), item('b')), 'a x b'],
    ['in its own place without one', order(item('x', ['gone']), item('a'), item('b')), 'x a b'],
    [
      'after one that is placed itself',
      order(item('y', ['x']), item('x', ['a']), item('a'), item('b')),
      'a x y b',
    ],
    [
      'a circle in its own order',
      order(item('x', ['a'], ['y']), item('y', ['x']), item('b'), item('a')),
      'b a x y',
    ],
  ])('%s', (_name, actual, expected) => {
    expect(actual).toBe(expected);
  });

  it('loses and duplicates nothing', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const items = fc.uniqueArray(
      fc.record({
        id,
        insertAfter: fc.array(id, { maxLength: 2 }),
        insertBefore: fc.array(id, { maxLength: 2 }),
      }),
      { selector: (one) => one.id },
    );
    fc.assert(
      fc.property(items, (list) => {
        expect(
          orderNavItems(list)
            .map((one) => one.id)
            .sort(),
        ).toEqual(list.map((one) => one.id).sort());
      }),
    );
  });
});
