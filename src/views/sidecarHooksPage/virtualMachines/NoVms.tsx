import type { ReactElement } from 'react';
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { VirtualMachineIcon } from '@patternfly/react-icons';
import { Link } from 'react-router';
import { useSidecarTranslation } from '../../../i18n';

interface NoVmsProps {
  namespace: string | undefined;
}

export const NoVms = ({ namespace }: NoVmsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const place = namespace === undefined ? 'all-namespaces' : `ns/${encodeURIComponent(namespace)}`;
  return (
    <EmptyState icon={VirtualMachineIcon} titleText={t('No virtual machines')} headingLevel="h2">
      <EmptyStateBody>
        {namespace === undefined
          ? t('Hook scripts are attached to virtual machines. Create one first.')
          : t(
              'There is no virtual machine in namespace {{namespace}}. Choose another namespace, or create one first.',
              { namespace },
            )}
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Link to={`/k8s/${place}/kubevirt.io~v1~VirtualMachine`}>{t('Go to virtual machines')}</Link>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};
