import type { ReactElement, ReactNode } from 'react';
import { Checkbox, ToolbarGroup, ToolbarItem } from '@patternfly/react-core';
import { NAME_FILTER_ID } from '../../components/filterFocus';
import { TextFilter } from '../../components/TextFilter';
import type { FilteredListQuery } from '../../components/useFilteredListQuery';
import { useSidecarTranslation } from '../../i18n';
import type { VmListQuery } from '../../sidecars/rows/vmListQuery';
import type { ListedFindingId } from '../../sidecars/rows/vmFindings';
import { FindingsFilter } from './FindingsFilter';

type Filters = Pick<VmListQuery, 'name' | 'script' | 'findings' | 'hasSidecars'>;

interface SidecarListFiltersProps {
  control: Pick<FilteredListQuery<Filters>, 'query' | 'setName' | 'setScript'> & {
    change: (changed: Partial<Filters>) => void;
  };
  /** The findings that at least one row has. */
  presentFindings: readonly ListedFindingId[];
  /** What only this list filters by. */
  children: ReactNode;
}

/** The filters of the list of VMs and of that of templates. */
export const SidecarListFilters = ({
  control: { query, setName, setScript, change },
  presentFindings,
  children,
}: SidecarListFiltersProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
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
        {children}
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
  );
};
