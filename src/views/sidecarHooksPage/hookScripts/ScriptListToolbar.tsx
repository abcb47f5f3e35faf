import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { Button, ToolbarItem, ToolbarToggleGroup } from '@patternfly/react-core';
import { FilterIcon } from '@patternfly/react-icons';
import { DataViewCheckboxFilter, DataViewTextFilter, DataViewToolbar } from '@patternfly/react-data-view';
import { FILTERS_ID, NAME_FILTER_ID } from '../../../components/filterFocus';
import { GuardedButton } from '../../../components/GuardedButton';
import { prefetchScriptForm } from '../../../components/scriptForm/useScriptForm';
import { ListPagination } from '../../../components/ListPagination';
import { HOOK_POINTS } from '../../../sidecars/hookPoint';
import { useSidecarTranslation } from '../../../i18n';
import { PAGE_SIZES, USES } from './scriptListQuery';
import type { ScriptListQueryControl } from './useScriptListQuery';

interface ScriptListToolbarProps {
  control: ScriptListQueryControl;
  onClearFilters: () => void;
  onCreate: () => void;
  /** Why no script can be created here. */
  createReason: string | undefined;
  /** Of the rows that match. */
  count: number;
  page: number;
}

const HOOK_POINT_OPTIONS = HOOK_POINTS.map((point) => ({ value: point, label: point }));

/** Filters, the create button and pages of the list of hook scripts. */
export const ScriptListToolbar = ({
  control: { query, typedName, setName, change },
  onClearFilters,
  onCreate,
  createReason,
  count,
  page,
}: ScriptListToolbarProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const useOptions = useMemo(
    () => [
      { value: 'used', label: t('Used by a VM') },
      { value: 'unused', label: t('Not used') },
    ],
    [t],
  );
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
        <ToolbarToggleGroup id={FILTERS_ID} toggleIcon={<FilterIcon />} breakpoint="lg">
          <DataViewTextFilter
            filterId={NAME_FILTER_ID}
            title={t('Name')}
            value={typedName}
            placeholder={t('Filter by name or key')}
            aria-label={t('Filter by name or key')}
            trimValue={false}
            onChange={(_event, name) => {
              setName(name);
            }}
          />
          <DataViewCheckboxFilter
            filterId="hookPoints"
            title={t('Hook point')}
            value={query.hookPoints}
            placeholder={t('Hook point')}
            options={HOOK_POINT_OPTIONS}
            onChange={(_event, points = []) => {
              change({ hookPoints: HOOK_POINTS.filter((point) => points.includes(point)) });
            }}
          />
          <DataViewCheckboxFilter
            filterId="uses"
            title={t('Use')}
            value={query.uses}
            placeholder={t('Use')}
            options={useOptions}
            onChange={(_event, uses = []) => {
              change({ uses: USES.filter((use) => uses.includes(use)) });
            }}
          />
        </ToolbarToggleGroup>
      }
      actions={
        <GuardedButton
          variant="primary"
          reason={createReason}
          onIntent={prefetchScriptForm}
          onClick={onCreate}
        >
          {t('Create hook script')}
        </GuardedButton>
      }
      pagination={
        <ListPagination
          count={count}
          page={page}
          perPage={query.perPage}
          pageSizes={PAGE_SIZES}
          onChange={change}
        />
      }
    />
  );
};
