import type { ReactElement } from 'react';
import { Button, ToolbarItem, Tooltip } from '@patternfly/react-core';
import { DownloadIcon } from '@patternfly/react-icons';
import { BulkSelect } from '../../../components/BulkSelect';
import { ListPagination } from '../../../components/ListPagination';
import { ListToolbar } from '../../../components/ListToolbar';
import type { FilteredListQuery } from '../../../components/useFilteredListQuery';
import { SidecarListFilters } from '../../../features/lists/SidecarListFilters';
import type { SidecarVm } from '../../../sidecars/rows/vmRows';
import { useSidecarTranslation } from '../../../i18n';
import type { VmSelection } from './useVmSelection';
import type { VmListQuery } from '../../../sidecars/rows/vmListQuery';
import type { ListedFindingId } from '../../../sidecars/rows/vmFindings';
import { BulkActions } from './BulkActions';
import { StateFilter } from './StateFilter';

interface VmListToolbarProps {
  control: FilteredListQuery<VmListQuery>;
  onClearFilters: () => void;
  onExport: () => void;
  /** The rows that match the filters, on all pages and on this one. */
  matching: readonly SidecarVm[];
  shown: readonly SidecarVm[];
  selection: VmSelection;
  page: number;
  /** The findings that at least one VM has. */
  presentFindings: readonly ListedFindingId[];
  /** Whether the list has more than VMs. */
  hasKinds: boolean;
}

export const VmListToolbar = ({
  control,
  onClearFilters,
  onExport,
  matching,
  shown,
  selection,
  page,
  presentFindings,
  hasKinds,
}: VmListToolbarProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { query, change } = control;
  const count = matching.length;
  const selectableShown = shown.filter(selection.ofTable.isSelectable);
  const exportText = selection.selected.length === 0 ? t('Export CSV') : t('Export the selected VMs as CSV');
  return (
    <ListToolbar
      breakpoint="xl"
      onClearFilters={onClearFilters}
      filters={
        <SidecarListFilters control={control} presentFindings={presentFindings}>
          <StateFilter
            states={query.states}
            effects={query.effects}
            kinds={query.kinds}
            hasKinds={hasKinds}
            onChange={change}
          />
        </SidecarListFilters>
      }
      actions={
        <Tooltip content={exportText}>
          <Button
            variant="plain"
            icon={<DownloadIcon />}
            aria-label={exportText}
            onClick={onExport}
            isDisabled={count + selection.selected.length === 0}
          />
        </Tooltip>
      }
      selection={
        <>
          <ToolbarItem>
            <BulkSelect
              selected={selection.selected.length}
              onPage={selectableShown.length}
              matching={matching.filter(selection.ofTable.isSelectable).length}
              selectedOnPage={selectableShown.filter(selection.isSelected).length}
              onSelectNone={selection.clear}
              onSelectPage={() => {
                selection.add(shown);
              }}
              onSelectMatching={() => {
                selection.add(matching);
              }}
            />
          </ToolbarItem>
          <ToolbarItem>
            <BulkActions selected={selection.selected} />
          </ToolbarItem>
        </>
      }
      pagination={<ListPagination count={count} page={page} perPage={query.perPage} onChange={change} />}
    />
  );
};
