import type { ReactElement } from 'react';
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { CodeIcon } from '@patternfly/react-icons';
import { Link } from 'react-router';
import { prefetchAttachForm } from '../attach/useAttachSidecar';
import { GuardedButton } from '../../components/GuardedButton';
import { featureGatePath } from '../gate/featureGatePath';
import { useSidecarTranslation } from '../../i18n';

interface NoSidecarsProps {
  namespace: string;
  isGateOff: boolean;
  blocked: string | undefined;
  onAttach: () => void;
}

/** Shown if nothing is attached: explains hook scripts and offers to attach one. */
export const NoSidecars = ({ namespace, isGateOff, blocked, onAttach }: NoSidecarsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <EmptyState icon={CodeIcon} titleText={t('No hook script is attached')} headingLevel="h3">
      <EmptyStateBody>
        <p>
          {t(
            'A hook script changes the libvirt domain XML or the cloud-init data of a VM before it starts. Attach one of this namespace, or write a new one.',
          )}
        </p>
        {isGateOff ? (
          <p className="pf-v6-u-mt-md">
            {t('The feature gate Sidecar is off: KubeVirt refuses hook scripts until it is enabled.')}{' '}
            <Link to={featureGatePath(namespace)}>{t('Go to the feature gate')}</Link>
          </p>
        ) : null}
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <GuardedButton reason={blocked} onIntent={prefetchAttachForm} onClick={onAttach}>
            {t('Attach hook script')}
          </GuardedButton>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
};
