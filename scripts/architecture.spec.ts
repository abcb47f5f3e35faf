import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const text = readFileSync(resolve(root, 'ARCHITECTURE.md'), 'utf8');
/** What looks like a path: it has a folder and stands in backquotes. */
const paths = [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+)`/g)].map(([, path = '']) => path);
/** The files of one walk. */
const walk = (title: string): Set<string> => {
  const section = text.split(/^## /m).find((part) => part.startsWith(title)) ?? '';
  return new Set([...section.matchAll(/`(src\/[\w./-]+)`/g)].map(([, path = '']) => path));
};

describe('ARCHITECTURE.md', () => {
  it('names files', () => {
    expect(paths.length).toBeGreaterThan(30);
  });

  it.each([...new Set(paths)])('names %s, which is there', (path) => {
    expect(existsSync(resolve(root, path))).toBe(true);
  });

  it('shows rows after at most 25 files', () => {
    const files = walk('Walk 1').size;
    expect(files).toBeGreaterThan(5);
    expect(files).toBeLessThanOrEqual(25);
  });
});
