import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockProblems } from './lockProblems';

describe('package-lock.json', () => {
  it('has the checksum of each package, also of those for other platforms', () => {
    const text = readFileSync(resolve(import.meta.dirname, '../package-lock.json'), 'utf8');
    const lock = JSON.parse(text) as Parameters<typeof lockProblems>[0];
    expect(Object.keys(lock.packages).length).toBeGreaterThan(1000);
    expect(lockProblems(lock)).toEqual([]);
  });
});

describe('lockProblems', () => {
  it('finds packages without a checksum, or with a weak one', () => {
    const packages = {
      '': {},
      'node_modules/a': { integrity: 'sha512-x' },
      'node_modules/b': {},
      'node_modules/c': { integrity: 'sha1-x' },
      'node_modules/d': { link: true },
    };
    expect(lockProblems({ packages })).toEqual([
      'node_modules/b has no checksum (integrity)',
      'node_modules/c has no checksum (integrity)',
    ]);
  });
});
