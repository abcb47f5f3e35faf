import type { DiffRow } from './diffRows';

/** A row to show, or a place where unchanged ones are left out. */
export type ShownRow = { kind: 'row'; row: DiffRow; isFound: boolean } | { kind: 'gap' };

interface Options {
  showsAll: boolean;
  /** Rows with this text are shown too; case does not count. Empty: none. */
  search: string;
}

export const shownRows = (rows: readonly DiffRow[], { showsAll, search }: Options): ShownRow[] => {
  const wanted = search.trim().toLowerCase();
  const shown: ShownRow[] = [];
  for (const row of rows) {
    const isFound =
      wanted !== '' && [row.before, row.after].some((text) => text?.toLowerCase().includes(wanted));
    if (showsAll || row.isShown || isFound) {
      shown.push({ kind: 'row', row, isFound });
    } else if (shown.at(-1)?.kind !== 'gap') {
      shown.push({ kind: 'gap' });
    }
  }
  return shown;
};

/** The lines of a row in the form of a patch. */
const patchLines = ({ kind, before, after }: DiffRow): string[] => {
  if (kind === 'same' || kind === 'moved') {
    return [` ${after ?? before ?? ''}`];
  }
  return [...(before === undefined ? [] : [`-${before}`]), ...(after === undefined ? [] : [`+${after}`])];
};

/** The shown rows as text, to be copied. */
export const rowsText = (rows: readonly ShownRow[]): string =>
  rows.flatMap((shown) => (shown.kind === 'gap' ? ['…'] : patchLines(shown.row))).join('\n');
