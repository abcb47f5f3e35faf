import { describe, expect, it } from 'vitest';
import { MOST_CHANGED_LINES } from '../../text/textDiffLines';
import { diffLines } from './diffRows';

const lines = (count: number, lineAt: (index: number) => string): string[] =>
  Array.from({ length: count }, (_line, index) => lineAt(index));

describe('with more changed lines than are compared', () => {
  const count = 2 * MOST_CHANGED_LINES;
  const before = lines(count, (index) => `line ${index}`);

  it('calls equal lines equal', () => {
    const after = before.map((line, index) => (index % 3 === 0 ? line : `${line} changed`));
    const rows = diffLines(before.join('\n'), after.join('\n'));
    expect(rows.map(({ kind }) => kind)).toEqual(
      before.map((_line, index) => (index % 3 === 0 ? 'same' : 'changed')),
    );
  });

  it('calls lines before and after the change equal, also where their numbers differ', () => {
    const added = lines(count, (index) => `added ${index}`);
    const after = ['line 0', ...added, ...before.slice(1)];
    const rows = diffLines(before.join('\n'), after.join('\n'));
    expect(rows.filter(({ kind }) => kind === 'same')).toHaveLength(count);
    expect(rows.filter(({ kind }) => kind === 'added')).toHaveLength(count);
    expect(rows).toHaveLength(2 * count);
  });
});
