import type { ReactElement } from 'react';
import { memo, startTransition, useEffect, useState } from 'react';
import { Label, type LabelProps, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { ListPagination } from '../../components/ListPagination';
import {
  BULK_GROUPS,
  countGroups,
  groupOf,
  type BulkGroup,
  type BulkRow,
} from '../../sidecars/plans/bulk/bulkRow';
import { pageOf, PAGE_SIZES } from '../../sidecars/rows/listQuery';
import { useSidecarTranslation } from '../../i18n';
import { groupText, statusText } from './bulkText';

/** More rows at first would keep the page from answering when the review of many VMs begins. */
const FEWEST = 10;

const STATUSES: Record<BulkGroup, LabelProps['status']> = {
  ready: 'info',
  done: 'success',
  failed: 'danger',
  cannot: 'warning',
  alreadySo: undefined,
  waiting: undefined,
};

/** Rows of VMs whose turn has not come stay as they are. */
const VmRow = memo(({ row }: { row: BulkRow }): ReactElement => {
  const { t } = useSidecarTranslation();
  const { name, namespace } = row.target;
  const group = groupOf(row);
  return (
    <Tr>
      <Td dataLabel={t('Name')} modifier="breakWord">
        {name}
      </Td>
      <Td dataLabel={t('Namespace')} modifier="breakWord">
        {namespace}
      </Td>
      <Td dataLabel={t('Result')} modifier="fitContent">
        {/* In an element of its own, because a narrow table stretches it. */}
        <div>
          <Label isCompact status={STATUSES[group]}>
            {groupText(t, group)}
          </Label>
        </div>
      </Td>
      <Td dataLabel={t('Reason')} modifier="breakWord">
        {statusText(t, row.status) || '-'}
      </Td>
    </Tr>
  );
});
VmRow.displayName = 'VmRow';

const PagedRows = memo(({ rows }: { rows: readonly BulkRow[] }): ReactElement => {
  const { t } = useSidecarTranslation();
  const [group, setGroup] = useState<BulkGroup>();
  const [asked, setAsked] = useState({ page: 1, perPage: FEWEST });
  const counts = countGroups(rows);
  // The filter ends with the last row that it shows.
  const active = group !== undefined && counts[group] > 0 ? group : undefined;
  const shown = active === undefined ? rows : rows.filter((row) => groupOf(row) === active);
  const { items, page } = pageOf(shown, asked.page, asked.perPage);
  const choose = (next: BulkGroup | undefined): void => {
    setGroup(next);
    setAsked((before) => ({ ...before, page: 1 }));
  };
  return (
    <>
      <ToggleGroup isCompact aria-label={t('Show VMs')} className="pf-v6-u-mb-sm">
        <ToggleGroupItem
          text={t('All: {{count}}', { count: rows.length })}
          isSelected={active === undefined}
          onChange={() => {
            choose(undefined);
          }}
        />
        {BULK_GROUPS.filter((each) => counts[each] > 0).map((each) => (
          <ToggleGroupItem
            key={each}
            text={`${groupText(t, each)}: ${counts[each]}`}
            isSelected={active === each}
            onChange={() => {
              choose(each);
            }}
          />
        ))}
      </ToggleGroup>
      <Table aria-label={t('Result for each VM')} variant="compact" gridBreakPoint="grid-md">
        <Thead>
          <Tr>
            <Th width={25}>{t('Name')}</Th>
            <Th width={20}>{t('Namespace')}</Th>
            <Th>{t('Result')}</Th>
            <Th>{t('Reason')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {items.map((row) => (
            <VmRow key={row.target.uid} row={row} />
          ))}
        </Tbody>
      </Table>
      <ListPagination
        isBottom
        count={shown.length}
        page={page}
        perPage={asked.perPage}
        sizes={[FEWEST, ...PAGE_SIZES]}
        onChange={(change) => {
          setAsked((before) => ({ ...before, page: 1, ...change }));
        }}
      />
    </>
  );
});
PagedRows.displayName = 'PagedRows';

/**
 * One page of the VMs with what happens to each, and counts that filter. It appears in a render that is done in slices,
 * because this is the largest part of the step.
 */
export const BulkTable = ({ rows }: { rows: readonly BulkRow[] }): ReactElement | null => {
  const [isBegun, setBegun] = useState(false);
  useEffect(() => {
    startTransition(() => {
      setBegun(true);
    });
  }, []);
  return isBegun ? <PagedRows rows={rows} /> : null;
};
