import { structuredPatch } from 'diff';

export interface DiffLine {
  kind: 'added' | 'removed' | 'same' | 'gap';
  text: string;
}

const KINDS: Readonly<Record<string, DiffLine['kind']>> = { '+': 'added', '-': 'removed', ' ': 'same' };

/** The changed lines with three unchanged ones around them; `gap` stands for what is left out between. */
export const textDiffLines = (before: string, after: string): DiffLine[] =>
  structuredPatch('', '', before, after, '', '', { context: 3 }).hunks.flatMap((hunk, index) => [
    ...(index === 0 ? [] : [{ kind: 'gap' as const, text: '' }]),
    ...hunk.lines.flatMap((line): DiffLine[] => {
      const kind = KINDS[line.charAt(0)];
      return kind === undefined ? [] : [{ kind, text: line.slice(1) }];
    }),
  ]);
