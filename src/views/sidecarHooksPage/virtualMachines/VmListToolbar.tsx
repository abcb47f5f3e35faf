import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { Button, Checkbox, Pagination, ToolbarItem } from '@patternfly/react-core';
import { DownloadIcon } from '@patternfly/react-icons';
import {
  DataViewCheckboxFilter,
  DataViewFilters,
  DataViewTextFilter,
  DataViewToolbar,
} from '@patternfly/react-data-view';
import { paginationTitles } from '../../../components/paginationTitles';
import { stateText } from '../../../components/sidecarState/stateText';
import { useSidecarTranslation } from '../../../i18n';
import type { VmListQueryControl } from './useVmListQuery';
import { PAGE_SIZES, STATE_KINDS } from './vmListQuery';

interface VmListToolbarProps {
  control: VmListQueryControl;
  onClearFilters: () => void;
  onExport: () => void;
  /** Of the rows that match. */
  count: number;
  page: number;
}

interface Filters {
  name: string;
  script: string;
  states: string[];
}

const PER_PAGE_OPTIONS = PAGE_SIZES.map((value) => ({ title: String(value), value }));

/** Filters, export and pages of the list of VMs. */
export const VmListToolbar = ({
  control: { query, typed, setName, setScript, change },
  onClearFilters,
  onExport,
  count,
  page,
}: VmListToolbarProps): ReactElement => {
  const { t } = useSidecarTranslation();
  // Plain strings: DataViewFilters writes its children's properties as JSON to tell whether they changed.
  const stateOptions = useMemo(
    () => STATE_KINDS.map((kind) => ({ value: kind, label: stateText(t, kind).label })),
    [t],
  );
  const onFilter = (_key: string, changed: Partial<Filters>): void => {
    const { name, script, states } = changed;
    if (name !== undefined) {
      setName(name);
    }
    if (script !== undefined) {
      setScript(script);
    }
    if (states !== undefined) {
      change({ states: STATE_KINDS.filter((kind) => states.includes(kind)) });
    }
  };
  return (
    <DataViewToolbar
      clearAllFilters={onClearFilters}
      customLabelGroupContent={
        <ToolbarItem>
          <Button variant="link" isInline onClick={onClearFilters}>
            {t('Clear all filters')}
          </Button>
        </ToolbarItem>
      }
      filters={
        <DataViewFilters<Filters>
          breakpoint="lg"
          values={{ ...typed, states: query.states }}
          onChange={onFilter}
        >
          <DataViewTextFilter
            filterId="name"
            title={t('Name')}
            placeholder={t('Filter by name')}
            aria-label={t('Filter by name')}
            trimValue={false}
          />
          <DataViewTextFilter
            filterId="script"
            title={t('Script')}
            placeholder={t('Filter by script or image')}
            aria-label={t('Filter by script or image')}
            trimValue={false}
          />
          <DataViewCheckboxFilter
            filterId="states"
            title={t('State')}
            placeholder={t('Filter by state')}
            options={stateOptions}
          />
        </DataViewFilters>
      }
      toggleGroup={
        <Checkbox
          id="ksp-has-sidecars"
          className="pf-v6-u-pt-sm"
          label={t('Only with sidecars')}
          isChecked={query.hasSidecars}
          onChange={(_event, hasSidecars) => {
            change({ hasSidecars });
          }}
        />
      }
      actions={
        <Button variant="secondary" icon={<DownloadIcon />} onClick={onExport} isDisabled={count === 0}>
          {t('Export CSV')}
        </Button>
      }
      pagination={
        <Pagination
          isCompact
          itemCount={count}
          page={page}
          perPage={query.perPage}
          perPageOptions={PER_PAGE_OPTIONS}
          titles={paginationTitles(t)}
          onSetPage={(_event, next) => {
            change({ page: next });
          }}
          onPerPageSelect={(_event, perPage) => {
            change({ perPage });
          }}
        />
      }
    />
  );
};
