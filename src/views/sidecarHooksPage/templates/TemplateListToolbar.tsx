import type { ReactElement } from 'react';
import { Checkbox, ToolbarItem } from '@patternfly/react-core';
import { CheckboxFilter } from '../../../components/CheckboxFilter';
import { ListPagination } from '../../../components/ListPagination';
import { ListToolbar } from '../../../components/ListToolbar';
import type { FilteredListQuery } from '../../../components/useFilteredListQuery';
import { holderText } from '../../../features/holders/holderText';
import { SidecarListFilters } from '../../../features/lists/SidecarListFilters';
import { TEMPLATE_KINDS, type TemplateKind } from '../../../sidecars/objects/holder';
import type { TemplateListQuery } from '../../../sidecars/rows/templateListQuery';
import type { ListedFindingId } from '../../../sidecars/rows/vmFindings';
import { useSidecarTranslation } from '../../../i18n';

interface TemplateListToolbarProps {
  control: FilteredListQuery<TemplateListQuery>;
  onClearFilters: () => void;
  /** Number of rows that match the filters. */
  count: number;
  page: number;
  /** The findings that at least one row has. */
  presentFindings: readonly ListedFindingId[];
  /** The kinds that the cluster does not have. */
  absent: readonly TemplateKind[];
  isBaseOffered: boolean;
}

export const TemplateListToolbar = ({
  control,
  onClearFilters,
  count,
  page,
  presentFindings,
  absent,
  isBaseOffered,
}: TemplateListToolbarProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { query, change } = control;
  return (
    <ListToolbar
      breakpoint="xl"
      onClearFilters={onClearFilters}
      filters={
        <SidecarListFilters control={control} presentFindings={presentFindings}>
          <CheckboxFilter
            title={t('Kind')}
            groups={[{ values: TEMPLATE_KINDS.filter((kind) => !absent.includes(kind)) }]}
            label={(kind) => holderText(t, kind)}
            chosen={query.kinds}
            onChange={(kinds) => {
              change({ kinds });
            }}
          />
        </SidecarListFilters>
      }
      selection={
        isBaseOffered ? (
          <ToolbarItem alignSelf="center">
            <Checkbox
              id="ksp-base-templates"
              label={t('With base templates')}
              isChecked={query.withBase}
              onChange={(_event, withBase) => {
                change({ withBase });
              }}
            />
          </ToolbarItem>
        ) : undefined
      }
      pagination={<ListPagination count={count} page={page} perPage={query.perPage} onChange={change} />}
    />
  );
};
