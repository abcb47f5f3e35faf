import type { ReactElement } from 'react';
import { memo, startTransition, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { downloadText } from '../../../components/downloadText';
import { focusNameFilter } from '../../../components/filterFocus';
import { ListPagination } from '../../../components/ListPagination';
import { NoMatch } from '../../../components/NoMatch';
import { useFilteredListQuery } from '../../../components/useFilteredListQuery';
import type { SidecarVm } from '../../../sidecars/rows/vmRows';
import { summarizeFindings } from '../../../sidecars/rows/findingsSummary';
import { useSidecarTranslation } from '../../../i18n';
import { dateForFileName } from '../../../sidecars/rows/csv';
import { FindingsSummaryAlerts } from './FindingsSummaryAlerts';
import { FirstSidecarHint } from './FirstSidecarHint';
import { useVmSelection } from './useVmSelection';
import { isFiltered, NO_FILTERS, vmListQuery } from '../../../sidecars/rows/vmListQuery';
import { holderKind } from '../../../sidecars/objects/holder';
import { pageOf } from '../../../sidecars/rows/listQuery';
import { createVmSorter, filterVms, hasSidecars } from '../../../sidecars/rows/vmListRows';
import { VmListToolbar } from './VmListToolbar';
import { vmsCsv } from './vmsCsv';
import { VmTable } from './VmTable';

/** About as many as are visible without scrolling: these render first, the rest of the page after them. */
const FIRST_ROWS = 10;

interface VmListProps {
  rows: readonly SidecarVm[];
  showNamespace: boolean;
  isStateLoading: boolean;
}

export const VmList = memo(({ rows, showNamespace, isStateLoading }: VmListProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const control = useFilteredListQuery(vmListQuery);
  const { change, setName, setScript } = control;
  // Typed text shows at once, its rows when they are rendered.
  const query = useDeferredValue(control.query);
  const [sortRows] = useState(createVmSorter);
  const { sortBy, direction } = query;
  const sorted = useMemo(() => sortRows(rows, { sortBy, direction }), [sortRows, rows, sortBy, direction]);
  const matching = useMemo(() => filterVms(sorted, query), [sorted, query]);
  const { items, page } = useMemo(
    () => pageOf(matching, query.page, query.perPage),
    [matching, query.page, query.perPage],
  );
  const { summaries, presentFindings } = useMemo(() => {
    const known = rows.flatMap(({ findings }) => findings ?? []);
    return {
      summaries: summarizeFindings(known),
      presentFindings: [...new Set(known.flatMap(({ list }) => list.map(({ id }) => id)))],
    };
  }, [rows]);
  const selection = useVmSelection(rows);
  const [hasMounted, setHasMounted] = useState(false);
  useEffect(() => {
    startTransition(() => {
      setHasMounted(true);
    });
  }, []);
  const hasKinds = useMemo(() => rows.some(({ vm }) => holderKind(vm) !== 'VirtualMachine'), [rows]);
  const isAnyAttached = useMemo(() => rows.some(hasSidecars), [rows]);

  const clearFilters = (): void => {
    setName('');
    setScript('');
    change(NO_FILTERS);
  };
  const clearPressed = (): void => {
    clearFilters();
    // The pressed button disappears together with the filters.
    focusNameFilter();
  };
  const exportCsv = (): void => {
    const fileName = `sidecar-hooks-virtual-machines-${dateForFileName(new Date())}.csv`;
    downloadText(
      vmsCsv(t, selection.selected.length === 0 ? matching : selection.selected),
      fileName,
      'text/csv;charset=utf-8',
    );
  };

  return (
    <>
      {isAnyAttached || isStateLoading ? null : <FirstSidecarHint />}
      <FindingsSummaryAlerts
        summaries={summaries}
        onFilter={(filter) => {
          clearFilters();
          change({ ...NO_FILTERS, findings: [filter] });
        }}
      />
      <VmListToolbar
        control={control}
        onClearFilters={clearPressed}
        onExport={exportCsv}
        matching={matching}
        shown={items}
        selection={selection}
        page={page}
        presentFindings={presentFindings}
        hasKinds={hasKinds}
      />
      {matching.length === 0 && isFiltered(query) ? (
        <NoMatch
          title={t('No virtual machine matches the filters')}
          text={t('Clear or change the filters to see virtual machines.')}
          onClear={clearPressed}
        />
      ) : (
        <>
          <VmTable
            rows={hasMounted ? items : items.slice(0, FIRST_ROWS)}
            showNamespace={showNamespace}
            isStateLoading={isStateLoading}
            query={query}
            onSort={change}
            selection={selection.ofTable}
          />
          <ListPagination
            isBottom
            count={matching.length}
            page={page}
            perPage={query.perPage}
            onChange={change}
          />
        </>
      )}
    </>
  );
});
