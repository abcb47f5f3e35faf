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

/** Where there are VMs, but none that the filters let through. */
export const NoMatch = ({ onClear }: { onClear: () => void }): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <EmptyState icon={SearchIcon} titleText={t('No virtual machine matches the filters')} headingLevel="h2">
      <EmptyStateBody>{t('Clear or change the filters to see virtual machines.')}</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="link" onClick={onClear}>
            {t('Clear all filters')}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};
