import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configMapSidecar, type Sidecar } from '../annotation/sidecar';
import { isSameOrder, rebaseOrder } from './order';

const sidecar = (name: string): Sidecar => configMapSidecar(name, 'script.sh', 'onDefineDomain');
const list = (names: string): Sidecar[] => names.split('').map(sidecar);
const namesOf = (sidecars: readonly Sidecar[]): string =>
  sidecars.map(({ configMap }) => configMap?.name ?? '').join('');

describe('rebaseOrder', () => {
  it.each([
    { wanted: 'ba', now: 'ab', result: 'ba' },
    { wanted: 'cab', now: 'abcd', result: 'cabd' },
    { wanted: 'cab', now: 'ac', result: 'ca' },
    { wanted: '', now: 'ab', result: 'ab' },
    { wanted: 'aba', now: 'aab', result: 'aba' },
    { wanted: 'aab', now: 'aba', result: 'aab' },
    { wanted: 'cab', now: 'ab', result: 'ab' },
  ])('puts $now into the order $wanted: $result', ({ wanted, now, result }) => {
    expect(namesOf(rebaseOrder(list(wanted), list(now)))).toBe(result);
  });

  it('never loses or adds an entry of what is there now', () => {
    const names = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 6 });
    fc.assert(
      fc.property(names, names, (wanted, now) => {
        expect(
          namesOf(rebaseOrder(list(wanted), list(now)))
            .split('')
            .sort(),
        ).toEqual(now.split('').sort());
      }),
    );
  });

  it('takes the entries as they are now, with fields that KubeVirt ignores', () => {
    const now = [{ ...sidecar('a'), extra: { note: 1 } }, sidecar('b')];
    expect(rebaseOrder(list('ba'), now)).toEqual([now[1], now[0]]);
  });
});

describe('isSameOrder', () => {
  it('tells the same list from another order', () => {
    expect([isSameOrder(list('ab'), list('ab')), isSameOrder(list('ab'), list('ba'))]).toEqual([true, false]);
  });
});
