import { diffArrays } from 'diff';
import { CONTEXT_LINES, equalEnds, linesOf, MOST_CHANGED_LINES } from '../../text/textDiffLines';

/** One line of a comparison, side by side. */
export interface DiffRow {
  /** `moved`: as it was, but at another place among its siblings. */
  kind: 'same' | 'added' | 'removed' | 'changed' | 'moved';
  before: string | undefined;
  after: string | undefined;
  /** Whether it stays when unchanged lines are folded. */
  isShown: boolean;
}

/** The two sides of a replaced block, line by line. It has equal lines if the comparison was given up. */
const replacedRows = (before: readonly string[], after: readonly string[]): DiffRow[] =>
  Array.from({ length: Math.max(before.length, after.length) }, (_line, index): DiffRow => {
    const [one, other] = [before[index], after[index]];
    if (one === other) {
      return { kind: 'same', before: one, after: other, isShown: false };
    }
    const kind = one === undefined ? 'added' : other === undefined ? 'removed' : 'changed';
    return { kind, before: one, after: other, isShown: true };
  });

const sameRows = (lines: readonly string[]): DiffRow[] =>
  lines.map((line) => ({ kind: 'same', before: line, after: line, isShown: false }));

/** Rows of lines without the mark of those around a change. */
const plainRows = (before: readonly string[], after: readonly string[]): DiffRow[] => {
  const blocks = diffArrays([...before], [...after], { maxEditLength: MOST_CHANGED_LINES });
  if (blocks === undefined) {
    const { head, tail } = equalEnds(before, after);
    const end = before.length - tail;
    return [
      ...sameRows(before.slice(0, head)),
      ...replacedRows(before.slice(head, end), after.slice(head, after.length - tail)),
      ...sameRows(before.slice(end)),
    ];
  }
  const rows: DiffRow[] = [];
  let removed: string[] = [];
  const flush = (added: readonly string[]): void => {
    rows.push(...replacedRows(removed, added));
    removed = [];
  };
  for (const block of blocks) {
    if (block.removed) {
      removed = block.value;
    } else {
      flush(block.added ? block.value : []);
      rows.push(...(block.added ? [] : sameRows(block.value)));
    }
  }
  flush([]);
  return rows;
};

/** All lines of two texts; the changed ones and three around them are shown when the others are folded. */
export const diffLines = (before: string, after: string): DiffRow[] => {
  const rows = plainRows(linesOf(before), linesOf(after));
  const changed = rows.flatMap(({ kind }, index) => (kind === 'same' ? [] : [index]));
  const shown = new Set(
    changed.flatMap((index) =>
      Array.from({ length: 2 * CONTEXT_LINES + 1 }, (_line, offset) => index + offset - CONTEXT_LINES),
    ),
  );
  return rows.map((row, index) => ({ ...row, isShown: shown.has(index) }));
};
