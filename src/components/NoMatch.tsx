import type { ReactElement } from 'react';
import {
  Button,
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from '@patternfly/react-core';
import { SearchIcon } from '@patternfly/react-icons';
import { useSidecarTranslation } from '../i18n';

interface NoMatchProps {
  title: string;
  text: string;
  onClear: () => void;
}

/** Replaces a list when nothing matches its filters. */
export const NoMatch = ({ title, text, onClear }: NoMatchProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <EmptyState icon={SearchIcon} titleText={title} headingLevel="h2">
      <EmptyStateBody>{text}</EmptyStateBody>
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
