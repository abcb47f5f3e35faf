import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOOK_POINTS } from '../annotation/hookPoint';
import { PAGE_SIZES, readScriptListQuery, SORT_COLUMNS, USES, writeScriptListQuery } from './scriptListQuery';

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
  it('is read as it was written, and leaves other parameters alone', () => {
    fc.assert(
      fc.property(query, (value) => {
        const written = writeScriptListQuery(new URLSearchParams('tab=hook-scripts'), value);
        expect(readScriptListQuery(new URLSearchParams(written.toString()))).toEqual(value);
        expect(written.get('tab')).toBe('hook-scripts');
      }),
    );
  });

  it('says nothing of defaults', () => {
    const defaults = readScriptListQuery(new URLSearchParams());
    expect(writeScriptListQuery(new URLSearchParams('page=7&name=x'), defaults).toString()).toBe('');
  });

  it.each(['page=-1&perPage=7', 'page=x&sort=y', 'hookPoint=onBoot&use=maybe&direction=up'])(
    'takes defaults for %s',
    (text) => {
      expect(readScriptListQuery(new URLSearchParams(text))).toEqual(
        readScriptListQuery(new URLSearchParams()),
      );
    },
  );
});
