import type { ReactElement } from 'react';
import { Checkbox, ToolbarGroup, ToolbarItem } from '@patternfly/react-core';
import { CheckboxFilter } from '../../../components/CheckboxFilter';
import { NAME_FILTER_ID } from '../../../components/filterFocus';
import { ListPagination } from '../../../components/ListPagination';
import { ListToolbar } from '../../../components/ListToolbar';
import { TextFilter } from '../../../components/TextFilter';
import type { FilteredListQuery } from '../../../components/useFilteredListQuery';
import { holderText } from '../../../features/holders/holderText';
import { FindingsFilter } from '../../../features/lists/FindingsFilter';
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
  control: { query, setName, setScript, change },
  onClearFilters,
  count,
  page,
  presentFindings,
  absent,
  isBaseOffered,
}: TemplateListToolbarProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <ListToolbar
      breakpoint="xl"
      onClearFilters={onClearFilters}
      filters={
        <>
          <ToolbarGroup variant="filter-group">
            <TextFilter
              id={NAME_FILTER_ID}
              title={t('Name')}
              placeholder={t('Filter by name')}
              width="9rem"
              value={query.name}
              onChange={setName}
            />
            <TextFilter
              id="ksp-filter-script"
              title={t('Script')}
              placeholder={t('Script or image')}
              width="10.5rem"
              value={query.script}
              onChange={setScript}
            />
            <CheckboxFilter
              title={t('Kind')}
              groups={[{ values: TEMPLATE_KINDS.filter((kind) => !absent.includes(kind)) }]}
              label={(kind) => holderText(t, kind)}
              chosen={query.kinds}
              onChange={(kinds) => {
                change({ kinds });
              }}
            />
            <FindingsFilter
              chosen={query.findings}
              present={presentFindings}
              onChange={(findings) => {
                change({ findings });
              }}
            />
          </ToolbarGroup>
          <ToolbarItem alignSelf="center">
            <Checkbox
              id="ksp-has-sidecars"
              label={t('Only with sidecars')}
              isChecked={query.hasSidecars}
              onChange={(_event, hasSidecars) => {
                change({ hasSidecars });
              }}
            />
          </ToolbarItem>
        </>
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
