import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dependencyProblems } from './dependencyProblems';

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '..', path), 'utf8');
type Manifest = Parameters<typeof dependencyProblems>[0];

describe('docs/dependencies.md', () => {
  it('lists each dependency once, with its licence and a reason, in the right table', () => {
    const licenceOf = (name: string): string =>
      (JSON.parse(read(`node_modules/${name}/package.json`)) as { license: string }).license;
    const manifest = JSON.parse(read('package.json')) as Manifest;
    const shipped = read('docs/third-party-licences.md');
    const isShipped = (name: string): boolean => shipped.includes(`\n## ${name}\n`);
    expect(isShipped('diff')).toBe(true);
    expect(dependencyProblems(manifest, read('docs/dependencies.md'), licenceOf, isShipped)).toEqual([]);
  });
});

describe('dependencyProblems', () => {
  const manifest: Manifest = { dependencies: { a: '1' }, devDependencies: { '@b/c': '1' } };
  const page = (...rows: string[]): string => ['| package | licence | reason |', ...rows].join('\n');

  it.each([
    ['nothing', ['| `a` | MIT | Why |', '| `@b/c` | MIT | Why |'], []],
    ['a missing row', ['| `a` | MIT | Why |'], ['@b/c is not on the page']],
    [
      'a row twice',
      ['| `a` | MIT | Why |', '| `a` | MIT | Why |', '| `@b/c` | MIT | Why |'],
      ['a is on the page twice'],
    ],
    [
      'a row too many',
      ['| `a` | MIT | Why |', '| `@b/c` | MIT | Why |', '| `gone` | MIT | Why |'],
      ['gone is not in package.json'],
    ],
    ['no reason', ['| `a` | MIT |  |', '| `@b/c` | MIT | Why |'], ['a has no reason']],
    [
      'another licence',
      ['| `a` | GPL-3.0 | Why |', '| `@b/c` | MIT | Why |'],
      ['a is under MIT, not GPL-3.0'],
    ],
    [
      'a shipped one among those for development',
      ['| `@b/c` | MIT | Why |', '## For development and tests', '| `a` | MIT | Why |'],
      ['a is shipped, and not for development only'],
    ],
  ])('finds %s', (_what, rows, problems) => {
    expect(
      dependencyProblems(
        manifest,
        page(...rows),
        () => 'MIT',
        (name) => name === 'a',
      ),
    ).toEqual(problems);
  });
});
