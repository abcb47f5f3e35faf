import type { ReactElement } from 'react';
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { CodeIcon } from '@patternfly/react-icons';
import { GuardedButton } from '../../../components/GuardedButton';
import { useSidecarTranslation } from '../../../i18n';

interface ScriptListEmptyProps {
  namespace: string | undefined;
  onCreate: () => void;
  /** Why no script can be created here. */
  createReason: string | undefined;
}

/** Replaces the list if there are no hook scripts. */
export const ScriptListEmpty = ({
  namespace,
  onCreate,
  createReason,
}: ScriptListEmptyProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <EmptyState icon={CodeIcon} titleText={t('No hook scripts')} headingLevel="h2">
      <EmptyStateBody>
        {namespace === undefined
          ? t('A hook script changes the domain XML or the cloud-init data of a VM before it starts.')
          : t(
              'A hook script changes the domain XML or the cloud-init data of a VM before it starts. There is none in namespace {{namespace}} yet.',
              { namespace },
            )}
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <GuardedButton variant="primary" reason={createReason} onClick={onCreate}>
            {t('Create hook script')}
          </GuardedButton>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};
