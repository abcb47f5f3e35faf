import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareKeys, naturalKey } from './naturalKey';

const sorted = (texts: readonly string[]): string[] =>
  [...texts].sort((one, other) => compareKeys(naturalKey(one), naturalKey(other)));

it.each<[string[]]>([
  [['vm-9', 'vm-10', 'vm-100']],
  [['DB', 'empty', 'vm']],
  [['vm', 'vm-1', 'vm-a', 'vm1', 'vma']],
  [['a2b3', 'a2b12', 'a10b1']],
  [['0', '7', '007a', '70']],
  [['9'.repeat(40), `1${'0'.repeat(40)}`, 'a']],
  [['', '2026-01-02T09:00:00Z', '2026-01-02T10:00:00Z']],
])('keeps %j in order', (texts) => {
  expect(sorted([...texts].reverse())).toEqual(texts);
});

it('orders the names that Kubernetes allows as the language does', () => {
  const { compare } = new Intl.Collator('en', { numeric: true });
  const name = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,20}[a-z0-9])?$/);
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(Math.sign(compareKeys(naturalKey(one), naturalKey(other)))).toBe(Math.sign(compare(one, other)));
    }),
  );
});

it('calls texts equal that differ in case only', () => {
  expect(compareKeys(naturalKey('Running'), naturalKey('running'))).toBe(0);
});
