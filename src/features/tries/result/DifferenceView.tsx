import type { ReactElement } from 'react';
import { useId, useMemo, useState } from 'react';
import {
  Button,
  Flex,
  FlexItem,
  Modal,
  ModalBody,
  ModalHeader,
  SearchInput,
  Switch,
  ToggleGroup,
  ToggleGroupItem,
} from '@patternfly/react-core';
import { useClipboard } from '../../../components/useClipboard';
import { useSidecarTranslation } from '../../../i18n';
import { isSame, type DomainDiff } from '../../../sidecars/tries/diff/domainDiff';
import { rowsText, shownRows } from '../../../sidecars/tries/diff/shownRows';
import { DifferenceRow } from './DifferenceRow';
import './DifferenceView.css';

interface DifferenceViewProps {
  difference: DomainDiff;
  /** Its accessible name. */
  label: string;
  /** Whether it has a window of its own. */
  isEnlarged?: boolean;
}

/** More rows than anybody reads at once, and few enough to render quickly. */
const ROWS_SHOWN = 500;

/** A difference, folded to what changed. Its two sides are next to each other where there is room for it. */
export const DifferenceView = ({
  difference,
  label,
  isEnlarged = false,
}: DifferenceViewProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const [isBeside, setBeside] = useState(true);
  const [showsAll, setShowsAll] = useState(false);
  const [search, setSearch] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [limit, setLimit] = useState(ROWS_SHOWN);
  const { copied, copy } = useClipboard();
  const rows = useMemo(
    () => shownRows(difference.rows, { showsAll, search }),
    [difference, showsAll, search],
  );
  const found = rows.filter((shown) => shown.kind === 'row' && shown.isFound).length;

  return (
    <div className="ksp-difference" role="group" aria-label={label}>
      <Flex className="pf-v6-u-mb-sm" gap={{ default: 'gapMd' }} alignItems={{ default: 'alignItemsCenter' }}>
        <FlexItem>
          <SearchInput
            aria-label={t('Find in the difference')}
            placeholder={t('Find')}
            value={search}
            {...(search === '' ? {} : { resultsCount: found })}
            onChange={(_event, value) => {
              setSearch(value);
            }}
            onClear={() => {
              setSearch('');
            }}
          />
        </FlexItem>
        <FlexItem>
          <Switch
            id={`${id}-all`}
            label={t('Show all lines')}
            isChecked={showsAll}
            onChange={(_event, checked) => {
              setShowsAll(checked);
            }}
          />
        </FlexItem>
        <FlexItem className="ksp-difference__layout">
          <ToggleGroup aria-label={t('Layout of the difference')} isCompact>
            <ToggleGroupItem
              text={t('Side by side')}
              isSelected={isBeside}
              onChange={() => {
                setBeside(true);
              }}
            />
            <ToggleGroupItem
              text={t('Inline')}
              isSelected={!isBeside}
              onChange={() => {
                setBeside(false);
              }}
            />
          </ToggleGroup>
        </FlexItem>
        <FlexItem>
          {isEnlarged ? null : (
            <Button
              className="pf-v6-u-mr-md"
              variant="link"
              isInline
              onClick={() => {
                setOpen(true);
              }}
            >
              {t('Enlarge')}
            </Button>
          )}
          <Button variant="link" isInline onClick={() => void copy(rowsText(rows))}>
            {t('Copy the difference')}
          </Button>{' '}
          <span role="status">
            {copied === 'yes' ? t('Copied') : copied === 'failed' ? t('Could not copy') : null}
          </span>
        </FlexItem>
      </Flex>
      {difference.by === 'lines' ? (
        <p>{t('One of the two cannot be read, so that only their lines are compared.')}</p>
      ) : null}
      <div
        className={`ksp-difference__rows${isBeside ? ' ksp-difference__rows--beside' : ''}${isEnlarged ? ' ksp-difference__rows--enlarged' : ''}`}
        role="group"
        aria-label={t('Lines')}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable area needs keyboard focus
        tabIndex={0}
      >
        {isSame(difference) ? <div className="ksp-difference__gap">{t('No difference')}</div> : null}
        {rows.slice(0, limit).map((shown, index) =>
          shown.kind === 'gap' ? (
            <div key={index} className="ksp-difference__gap">
              <span aria-hidden="true">⋯</span>
              <span className="pf-v6-screen-reader">{t('Unchanged lines are left out')}</span>
            </div>
          ) : (
            <DifferenceRow key={index} row={shown.row} search={search} />
          ),
        )}
      </div>
      {rows.length <= limit ? null : (
        <p>
          {t('The first {{shown}} of {{count}} lines are shown.', { shown: limit, count: rows.length })}{' '}
          <Button
            variant="link"
            isInline
            onClick={() => {
              setLimit(limit + ROWS_SHOWN);
            }}
          >
            {t('Show more')}
          </Button>
        </p>
      )}
      {isOpen ? (
        <Modal
          isOpen
          variant="large"
          aria-label={label}
          onClose={() => {
            setOpen(false);
          }}
        >
          <ModalHeader title={label} />
          <ModalBody>
            <DifferenceView difference={difference} label={label} isEnlarged />
          </ModalBody>
        </Modal>
      ) : null}
    </div>
  );
};
