import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const text = readFileSync(resolve(root, 'ARCHITECTURE.md'), 'utf8');
/** Paths: words in backquotes that contain a slash. */
const paths = [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+)`/g)].map(([, path = '']) => path);
const walk = (title: string): Set<string> => {
  const section = text.split(/^## /m).find((part) => part.startsWith(title)) ?? '';
  return new Set([...section.matchAll(/`(src\/[\w./-]+)`/g)].map(([, path = '']) => path));
};

describe('ARCHITECTURE.md', () => {
  it('contains paths', () => {
    expect(paths.length).toBeGreaterThan(30);
  });

  it.each([...new Set(paths)])('names %s, which exists', (path) => {
    expect(existsSync(resolve(root, path))).toBe(true);
  });

  it('needs at most 25 files for the list walk', () => {
    const files = walk('Walk 1').size;
    expect(files).toBeGreaterThan(5);
    expect(files).toBeLessThanOrEqual(25);
  });
});
