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
});
