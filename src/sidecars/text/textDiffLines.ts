import { structuredPatch } from 'diff';

export interface DiffLine {
  kind: 'added' | 'removed' | 'same' | 'gap';
  text: string;
}

const KINDS: Readonly<Record<string, DiffLine['kind']>> = { '+': 'added', '-': 'removed', ' ': 'same' };

/** Unchanged lines that are shown before and after a changed one. */
export const CONTEXT_LINES = 3;

/**
 * With more changed lines the diff is not minimal: a minimal one takes quadratic time, half a minute for 16 000 lines,
 * and anybody who may write a VM's annotation decides their number.
 */
export const MOST_CHANGED_LINES = 2000;

export const linesOf = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));

/** How many lines are equal at the beginning and at the end. */
export const equalEnds = (
  before: readonly string[],
  after: readonly string[],
): { head: number; tail: number } => {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) {
    head += 1;
  }
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) {
    tail += 1;
  }
  return { head, tail };
};

/** One replaced block between the equal lines at the beginning and the end. */
const oneReplacement = (before: readonly string[], after: readonly string[]): DiffLine[] => {
  const { head, tail } = equalEnds(before, after);
  const lines = (kind: DiffLine['kind'], texts: readonly string[]): DiffLine[] =>
    texts.map((text) => ({ kind, text }));
  const end = before.length - tail;
  return [
    ...lines('same', before.slice(Math.max(0, head - CONTEXT_LINES), head)),
    ...lines('removed', before.slice(head, end)),
    ...lines('added', after.slice(head, after.length - tail)),
    ...lines('same', before.slice(end, end + CONTEXT_LINES)),
  ];
};

/** The changed lines with three unchanged ones around them; `gap` is a place where lines are omitted. */
export const textDiffLines = (before: string, after: string): DiffLine[] => {
  const limits = { context: CONTEXT_LINES, maxEditLength: MOST_CHANGED_LINES };
  const patch = structuredPatch('', '', before, after, '', '', limits);
  if (patch === undefined) {
    return oneReplacement(linesOf(before), linesOf(after));
  }
  return patch.hunks.flatMap((hunk, index) => [
    ...(index === 0 ? [] : [{ kind: 'gap' as const, text: '' }]),
    ...hunk.lines.flatMap((line): DiffLine[] => {
      const kind = KINDS[line.charAt(0)];
      return kind === undefined ? [] : [{ kind, text: line.slice(1) }];
    }),
  ]);
};
