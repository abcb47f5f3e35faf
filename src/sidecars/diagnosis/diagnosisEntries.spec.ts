import { expect, it } from 'vitest';
import { DIAGNOSIS_ENTRIES, happened } from './diagnosisEntries';

const namesIn = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), ([, name = '']) => name);

const SAYINGS = Object.entries(DIAGNOSIS_ENTRIES).flatMap(([id, { said = [], what, why, cure }]) =>
  [said].flat().map(({ pattern }) => ({ id, pattern, texts: [what, why, cure].map(String).join('\n') })),
);

it.each(SAYINGS)('reads all values in the texts of $id from $pattern', ({ pattern, texts }) => {
  const read = ['container', ...namesIn(pattern.source, /\(\?<(\w+)>/g)];
  expect(namesIn(texts, /\{\{(\w+)\}\}/g).filter((name) => !read.includes(name))).toEqual([]);
});

it('takes no finding without the values in its texts', () => {
  // @ts-expect-error The text names the exit code.
  expect(happened('sidecarEnded', { params: { container: 'a' }, evidence: [] }).id).toBe('sidecarEnded');
});
