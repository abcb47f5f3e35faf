import { describe, expect, it } from 'vitest';
import { sizeOfView, sizeProblems, type View } from './sizeProblems';

const BUILT = {
  files: new Map([
    ['entry.js', 1_000],
    ['page.js', 20_000],
    ['shared.js', 5_000],
    ['tab.js', 30_000],
  ]),
  loaded: new Map([
    ['page', ['shared.js', 'page.js']],
    ['tab', ['shared.js', 'tab.js']],
  ]),
};
const PAGE: View = { name: 'page', loads: ['entry.js', 'page'], limit: 26_000 };
const TAB: View = { name: 'tab', loads: ['tab'], after: PAGE, limit: 30_000 };

describe('sizeProblems', () => {
  it('finds nothing when every size equals its limit', () => {
    expect(sizeProblems([PAGE, TAB], BUILT, 30_000)).toEqual([]);
  });

  it('counts a shared file once, and earlier views not at all', () => {
    expect(sizeOfView(PAGE, BUILT).bytes).toBe(26_000);
    expect(sizeOfView(TAB, BUILT).files).toEqual(['tab.js']);
  });

  it('reports a view that is a byte too large, with its files', () => {
    expect(sizeProblems([{ ...TAB, limit: 29_999 }], BUILT, 30_000)).toEqual([
      'tab: 30.0 kB of 30.0 kB (tab.js 30.0 kB)',
    ]);
  });

  it('reports a single file that is too large', () => {
    expect(sizeProblems([], BUILT, 29_000)).toEqual(['tab.js: 30.0 kB of 29.0 kB for one file']);
  });

  it('refuses a view whose files do not exist', () => {
    expect(() => sizeProblems([{ ...PAGE, loads: ['renamed'] }], BUILT, 30_000)).toThrow('renamed');
  });
});
