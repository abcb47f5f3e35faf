import type { ReactElement, ReactNode } from 'react';
import { useSidecarTranslation } from '../../../i18n';
import { visibleText } from '../../../sidecars/text/visibleText';
import type { DiffRow } from '../../../sidecars/tries/diff/diffRows';

type Look = 'same' | 'repeated' | 'empty' | 'added' | 'removed' | 'moved';

const MARKS: Record<Look, string> = {
  same: ' ',
  repeated: ' ',
  empty: ' ',
  added: '+',
  removed: '-',
  moved: '↕',
};

const looksOf = ({ kind, before, after }: DiffRow): [Look, Look] => {
  switch (kind) {
    case 'same':
    case 'moved': {
      const look = kind === 'same' ? 'same' : 'moved';
      return after === undefined ? [look, 'empty'] : [before === undefined ? 'empty' : 'repeated', look];
    }
    case 'added':
      return ['empty', 'added'];
    case 'removed':
      return ['removed', 'empty'];
    case 'changed':
      return ['removed', 'added'];
  }
};

/** The text with each place marked that was searched for. */
const marked = (text: string, search: string): ReactNode => {
  const wanted = search.trim().toLowerCase();
  const at = wanted === '' ? -1 : text.toLowerCase().indexOf(wanted);
  return at < 0 ? (
    text
  ) : (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + wanted.length)}</mark>
      {text.slice(at + wanted.length)}
    </>
  );
};

/** One line before and after. Below each other, what is the same shows once. */
export const DifferenceRow = ({ row, search }: { row: DiffRow; search: string }): ReactElement => {
  const { t } = useSidecarTranslation();
  const spoken: Record<Look, string> = {
    same: '',
    repeated: '',
    empty: '',
    added: t('Added:'),
    removed: t('Removed:'),
    moved: t('Moved:'),
  };
  const [before, after] = looksOf(row);
  const side = (look: Look, text: string | undefined): ReactElement => (
    <div
      className={`ksp-difference__side ksp-difference__side--${look}`}
      aria-hidden={look === 'repeated' || look === 'empty'}
    >
      <span className="ksp-difference__mark" aria-hidden="true">
        {MARKS[look]}
      </span>
      {spoken[look] === '' ? null : <span className="pf-v6-screen-reader">{spoken[look]}</span>}
      <span>{marked(visibleText(text ?? ''), search)}</span>
    </div>
  );
  return (
    <div className="ksp-difference__row">
      {side(before, row.before)}
      {side(after, row.after)}
    </div>
  );
};
