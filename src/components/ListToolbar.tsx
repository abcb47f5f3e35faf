import type { ReactElement, ReactNode } from 'react';
import {
  Button,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
  ToolbarToggleGroup,
  type ToolbarToggleGroupProps,
} from '@patternfly/react-core';
import { FilterIcon } from '@patternfly/react-icons';
import { useSidecarTranslation } from '../i18n';
import { FILTERS_ID } from './filterFocus';

interface ListToolbarProps {
  filters: ReactNode;
  /** Below this width the filters are folded behind a button. */
  breakpoint: ToolbarToggleGroupProps['breakpoint'];
  onClearFilters: () => void;
  actions?: ReactNode;
  pagination: ReactNode;
  /**
   * What selects rows and what is done with them, or what else does not fit beside the filters. Then these have a line of
   * their own.
   */
  selection?: ReactNode;
}

/** The toolbar above a list: filters, a button to clear them, actions and pagination. */
export const ListToolbar = ({
  filters,
  breakpoint,
  onClearFilters,
  actions,
  pagination,
  selection,
}: ListToolbarProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const right = (
    <>
      {actions === undefined ? null : <ToolbarItem>{actions}</ToolbarItem>}
      <ToolbarItem variant="pagination" alignSelf="center">
        {pagination}
      </ToolbarItem>
    </>
  );
  return (
    <Toolbar
      clearAllFilters={onClearFilters}
      numberOfFiltersText={(number) => t('{{count}} filters applied', { count: number })}
      customLabelGroupContent={
        <ToolbarItem>
          <Button variant="link" isInline onClick={onClearFilters}>
            {t('Clear all filters')}
          </Button>
        </ToolbarItem>
      }
    >
      <ToolbarContent>
        <ToolbarToggleGroup id={FILTERS_ID} toggleIcon={<FilterIcon />} breakpoint={breakpoint}>
          {filters}
        </ToolbarToggleGroup>
        {selection === undefined ? right : null}
      </ToolbarContent>
      {selection === undefined ? null : (
        <ToolbarContent>
          {selection}
          {right}
        </ToolbarContent>
      )}
    </Toolbar>
  );
};
