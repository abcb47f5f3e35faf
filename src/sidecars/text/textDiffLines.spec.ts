import { describe, expect, it } from 'vitest';
import { textDiffLines } from './textDiffLines';

const lines = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index));

describe('textDiffLines', () => {
  it('is empty for equal texts', () => {
    expect(textDiffLines('a\nb\n', 'a\nb\n')).toEqual([]);
  });

  it('shows removed and added lines between those that stay', () => {
    expect(textDiffLines('a\nb\nc\n', 'a\nx\nc\n')).toEqual([
      { kind: 'same', text: 'a' },
      { kind: 'removed', text: 'b' },
      { kind: 'added', text: 'x' },
      { kind: 'same', text: 'c' },
    ]);
  });

  it('leaves out what is far from a change', () => {
    const before = lines(30);
    const after = before.with(5, 'x').with(25, 'y');
    const diff = textDiffLines(before.join('\n'), after.join('\n'));
    expect(diff.filter(({ kind }) => kind === 'gap')).toHaveLength(1);
    expect(diff.map(({ text }) => text)).not.toContain('15');
  });

  it('does not mind a missing newline at the end', () => {
    expect(textDiffLines('a', 'b')).toEqual([
      { kind: 'removed', text: 'a' },
      { kind: 'added', text: 'b' },
    ]);
  });

  it('shows a text that is new as a whole', () => {
    expect(textDiffLines('', 'a\n')).toEqual([{ kind: 'added', text: 'a' }]);
  });

  // The library's search takes hours for these; the test's time limit is the assertion.
  it('shows a hundred thousand lines that all changed, as one block between what stayed', () => {
    const changed = (name: string): string[] => lines(100_000).map((line) => name + line);
    const frame = (middle: readonly string[]): string =>
      [...lines(5), ...middle, ...lines(5)].map((line) => `${line}\n`).join('');
    const diff = textDiffLines(frame(changed('a')), frame(changed('b')));
    expect(diff.filter(({ kind }) => kind === 'removed').map(({ text }) => text)).toEqual(changed('a'));
    expect(diff.filter(({ kind }) => kind === 'added').map(({ text }) => text)).toEqual(changed('b'));
    expect(diff.slice(0, 3).map(({ text }) => text)).toEqual(['2', '3', '4']);
    expect(diff.slice(-3).map(({ text }) => text)).toEqual(['0', '1', '2']);
  });

  it.each([
    ['as its whole', 0],
    ['to a text that stays', 10],
  ])('shows many lines that were added %s, and no other', (_what, stayed) => {
    const before = lines(stayed).join('\n');
    const after = [...lines(stayed), ...lines(5000).map((line) => `new ${line}`)].join('\n');
    const kinds = textDiffLines(before, after).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'added').length).toBeGreaterThanOrEqual(5000);
    expect(kinds.filter((kind) => kind === 'removed').length).toBeLessThanOrEqual(1);
  });
});
