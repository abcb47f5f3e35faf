import type { ReactElement } from 'react';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { focusNameFilter } from '../../../components/filterFocus';
import { ListPagination } from '../../../components/ListPagination';
import { NoMatch } from '../../../components/NoMatch';
import type { FilteredListQuery } from '../../../components/useFilteredListQuery';
import type { TemplateKind } from '../../../sidecars/objects/holder';
import { pageOf } from '../../../sidecars/rows/listQuery';
import { NO_TEMPLATE_FILTERS, type TemplateListQuery } from '../../../sidecars/rows/templateListQuery';
import { createTemplateSorter, filterTemplates } from '../../../sidecars/rows/templateListRows';
import type { TemplateRow } from '../../../sidecars/rows/templateRows';
import { useSidecarTranslation } from '../../../i18n';
import { TemplateListToolbar } from './TemplateListToolbar';
import { TemplateTable } from './TemplateTable';

interface TemplateListProps {
  rows: readonly TemplateRow[];
  control: FilteredListQuery<TemplateListQuery>;
  /** Undefined shows all namespaces. */
  namespace: string | undefined;
  absent: readonly TemplateKind[];
  isBaseOffered: boolean;
  areVmsLoading: boolean;
}

export const TemplateList = memo(
  ({ rows, control, namespace, absent, isBaseOffered, areVmsLoading }: TemplateListProps): ReactElement => {
    const { t } = useSidecarTranslation();
    const { change, setName, setScript } = control;
    // Typed text shows at once, its rows when they are rendered.
    const query = useDeferredValue(control.query);
    const [sortRows] = useState(createTemplateSorter);
    const { sortBy, direction } = query;
    const sorted = useMemo(() => sortRows(rows, { sortBy, direction }), [sortRows, rows, sortBy, direction]);
    const matching = useMemo(() => filterTemplates(sorted, query), [sorted, query]);
    const { items, page } = pageOf(matching, query.page, query.perPage);
    const presentFindings = useMemo(
      () => [...new Set(rows.flatMap(({ findings }) => findings?.list.map(({ id }) => id) ?? []))],
      [rows],
    );
    const clearFilters = (): void => {
      setName('');
      setScript('');
      change(NO_TEMPLATE_FILTERS);
      // The pressed button disappears together with the filters.
      focusNameFilter();
    };

    return (
      <>
        <TemplateListToolbar
          control={control}
          onClearFilters={clearFilters}
          count={matching.length}
          page={page}
          presentFindings={presentFindings}
          absent={absent}
          isBaseOffered={isBaseOffered}
        />
        {matching.length === 0 ? (
          <NoMatch
            title={t('No template or pool matches the filters')}
            text={t('Clear or change the filters to see templates and pools.')}
            onClear={clearFilters}
          />
        ) : (
          <>
            <TemplateTable
              rows={items}
              namespace={namespace}
              areVmsLoading={areVmsLoading}
              query={query}
              onSort={change}
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
  },
);
