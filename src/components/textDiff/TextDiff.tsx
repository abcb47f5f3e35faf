import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import { Button, Flex, FlexItem } from '@patternfly/react-core';
import { useSidecarTranslation } from '../../i18n';
import { visibleText } from '../../sidecars/text/visibleText';
import { downloadText } from '../downloadText';
import { textDiffLines, type DiffLine } from '../../sidecars/text/textDiffLines';
import './TextDiff.css';

interface TextDiffProps {
  before: string;
  after: string;
  /** The comparison's accessible name. */
  label: string;
}

/** More lines than anybody reads at once, and few enough to render quickly. */
const LINES_SHOWN = 500;

const MARKS: Record<DiffLine['kind'], string> = { added: '+', removed: '-', same: ' ', gap: '⋯' };

/** The differing lines of two texts, marked by sign and colour: the first ones, more on request. */
export const TextDiff = ({ before, after, label }: TextDiffProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const lines = useMemo(() => textDiffLines(before, after), [before, after]);
  const [shown, setShown] = useState(LINES_SHOWN);
  const spoken: Record<DiffLine['kind'], string> = {
    added: t('Added:'),
    removed: t('Removed:'),
    same: '',
    gap: t('Unchanged lines are left out'),
  };
  const download = (): void => {
    const all = lines.map(({ kind, text }) => `${MARKS[kind]}${text}\n`).join('');
    downloadText(all, 'changes.diff', 'text/plain;charset=utf-8');
  };
  return (
    <>
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
          lines.slice(0, shown).map(({ kind, text }, index) => (
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
      {lines.length <= LINES_SHOWN ? null : (
        <Flex className="pf-v6-u-mt-sm" columnGap={{ default: 'columnGapMd' }}>
          <FlexItem role="status">
            {t('The first {{shown}} of {{count}} lines are shown.', {
              shown: Math.min(shown, lines.length),
              count: lines.length,
            })}
          </FlexItem>
          {shown >= lines.length ? null : (
            <Button
              variant="link"
              isInline
              onClick={() => {
                setShown(shown + LINES_SHOWN);
              }}
            >
              {t('Show more')}
            </Button>
          )}
          <Button variant="link" isInline onClick={download}>
            {t('Download all')}
          </Button>
        </Flex>
      )}
    </>
  );
};
