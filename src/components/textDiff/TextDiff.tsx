import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { useSidecarTranslation } from '../../i18n';
import { visibleText } from '../../sidecars/visibleText';
import { textDiffLines, type DiffLine } from './textDiffLines';
import './TextDiff.css';

interface TextDiffProps {
  before: string;
  after: string;
  /** Names the comparison to assistive technology. */
  label: string;
}

const MARKS: Record<DiffLine['kind'], string> = { added: '+', removed: '-', same: ' ', gap: '⋯' };

/** The lines that differ between two texts, marked by sign and colour. */
export const TextDiff = ({ before, after, label }: TextDiffProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const lines = useMemo(() => textDiffLines(before, after), [before, after]);
  const spoken: Record<DiffLine['kind'], string> = {
    added: t('Added:'),
    removed: t('Removed:'),
    same: '',
    gap: t('Unchanged lines are left out'),
  };
  return (
    <div
      className="ksp-text-diff"
      role="group"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable area needs keyboard focus
      tabIndex={0}
    >
      {lines.length === 0 ? (
        <div className="ksp-text-diff__line">{t('No difference')}</div>
      ) : (
        lines.map(({ kind, text }, index) => (
          <div key={index} className={`ksp-text-diff__line ksp-text-diff__line--${kind}`}>
            <span className="ksp-text-diff__mark" aria-hidden="true">
              {MARKS[kind]}
            </span>
            <span className="pf-v6-screen-reader">{spoken[kind]}</span>
            <span>{visibleText(text)}</span>
          </div>
        ))
      )}
    </div>
  );
};
