import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LISTED_KINDS } from '../objects/holder';
import { STATE_KINDS, VERIFICATIONS } from '../state/state';
import { FINDING_FILTERS } from './findingFilter';
import { PAGE_SIZES } from './listQuery';
import { isFiltered, NO_FILTERS, SORT_COLUMNS, vmListQuery, type VmListQuery } from './vmListQuery';

const DEFAULT = vmListQuery.read(new URLSearchParams());

const query = fc.record<VmListQuery>({
  name: fc.string(),
  script: fc.string({ unit: 'grapheme' }),
  kinds: fc.subarray([...LISTED_KINDS]),
  states: fc.subarray([...STATE_KINDS]),
  effects: fc.subarray([...VERIFICATIONS]),
  findings: fc.subarray([...FINDING_FILTERS]),
  hasSidecars: fc.boolean(),
  sortBy: fc.constantFrom(...SORT_COLUMNS),
  direction: fc.constantFrom('asc', 'desc'),
  page: fc.integer({ min: 1 }),
  perPage: fc.constantFrom(...PAGE_SIZES),
});

describe('the list’s part of the URL', () => {
  it('reads back what it wrote, and keeps other parameters', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const written = vmListQuery.write(new URLSearchParams('tab=x&name=old&state=applied'), asked);
        const url = new URLSearchParams(written.toString());
        expect(vmListQuery.read(url)).toEqual(asked);
        expect(url.get('tab')).toBe('x');
      }),
    );
  });

  it('writes nothing for the defaults', () => {
    expect(vmListQuery.write(new URLSearchParams(), DEFAULT).toString()).toBe('');
  });

  it.each<[string, Partial<VmListQuery>]>([
    ['page=0', {}],
    ['page=-3', {}],
    ['page=1.5', {}],
    ['page=x', {}],
    ['perPage=7', {}],
    ['perPage=50', { perPage: 50 }],
    ['sort=constructor', {}],
    ['direction=up', {}],
    ['state=nonsense&state=applied', { states: ['applied'] }],
    ['state=applied&state=applied', { states: ['applied'] }],
    ['finding=error&finding=nonsense&finding=keyMissing', { findings: ['error', 'keyMissing'] }],
    ['sidecars=1', {}],
    ['sidecars=attached', { hasSidecars: true }],
  ])('reads %s', (text, expected) => {
    expect(vmListQuery.read(new URLSearchParams(text))).toEqual({ ...DEFAULT, ...expected });
  });
});

it.each<[Partial<VmListQuery>, boolean]>([
  [{}, false],
  [{ name: ' ' }, false],
  [{ name: 'a' }, true],
  [{ script: 'a' }, true],
  [{ states: ['applied'] }, true],
  [{ findings: ['error'] }, true],
  [{ hasSidecars: true }, true],
  [{ sortBy: 'state', direction: 'desc', page: 4, perPage: 50 }, false],
  [NO_FILTERS, false],
])('tells whether %j filters', (change, expected) => {
  expect(isFiltered({ ...DEFAULT, ...change })).toBe(expected);
});
