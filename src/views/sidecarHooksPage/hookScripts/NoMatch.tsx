import type { ReactElement } from 'react';
import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import { useSidecarTranslation } from '../../../i18n';

/** Where the filters leave no hook script. */
export const NoMatch = ({ onClearFilters }: { onClearFilters: () => void }): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <EmptyState icon={SearchIcon} titleText={t('No hook script matches')} headingLevel="h2" variant="sm">
      <EmptyStateBody>{t('No hook script matches the filters.')}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="link" onClick={onClearFilters}>
            {t('Clear all filters')}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};
