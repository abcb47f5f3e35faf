import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOOK_POINTS } from '../annotation/hookPoint';
import { PAGE_SIZES } from '../rows/listQuery';
import { scriptListQuery, SORT_COLUMNS, USES } from './scriptListQuery';

const query = fc.record({
  name: fc.string(),
  hookPoints: fc.subarray([...HOOK_POINTS]),
  uses: fc.subarray([...USES]),
  sortBy: fc.constantFrom(...SORT_COLUMNS),
  direction: fc.constantFrom('asc' as const, 'desc' as const),
  page: fc.integer({ min: 1, max: 1000 }),
  perPage: fc.constantFrom(...PAGE_SIZES),
});

describe('the list’s part of the URL', () => {
  it('reads back what it wrote, and does not change other parameters', () => {
    fc.assert(
      fc.property(query, (value) => {
        const written = scriptListQuery.write(new URLSearchParams('tab=hook-scripts'), value);
        expect(scriptListQuery.read(new URLSearchParams(written.toString()))).toEqual(value);
        expect(written.get('tab')).toBe('hook-scripts');
      }),
    );
  });

  it('writes nothing for the defaults', () => {
    const defaults = scriptListQuery.read(new URLSearchParams());
    expect(scriptListQuery.write(new URLSearchParams('page=7&name=x'), defaults).toString()).toBe('');
  });

  it.each(['page=-1&perPage=7', 'page=x&sort=y', 'hookPoint=onBoot&use=maybe&direction=up'])(
    'takes defaults for %s',
    (text) => {
      expect(scriptListQuery.read(new URLSearchParams(text))).toEqual(
        scriptListQuery.read(new URLSearchParams()),
      );
    },
  );
});
