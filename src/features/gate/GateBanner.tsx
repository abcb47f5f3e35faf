import type { ReactElement } from 'react';
import { useActiveNamespace } from '@openshift-console/dynamic-plugin-sdk';
import { Link } from 'react-router';
import { InlineAlert } from '../../components/InlineAlert';
import type { Gate } from '../../data/useGate';
import { useSidecarTranslation } from '../../i18n';
import { featureGatePath } from './featureGatePath';

interface GateBannerProps {
  gate: Gate;
  /** The number of VMs on the page that need the gate; on the page of one VM, or of what VMs are made from, which it is. */
  vmsInNeed: number | 'thisVm' | 'template';
}

/** The console's name for all namespaces. */
const ALL_NAMESPACES = '#ALL_NS#';

/** Says that the gate is off, if a VM on the page needs it. Renders nothing while that is not known. */
export const GateBanner = ({ gate: { status }, vmsInNeed }: GateBannerProps): ReactElement | null => {
  const { t } = useSidecarTranslation();
  const [active] = useActiveNamespace();
  if (status?.enabled !== false || vmsInNeed === 0) {
    return null;
  }
  return (
    <InlineAlert
      variant="danger"
      title={t('The feature gate Sidecar is off')}
      data-test="gate-banner"
      actionLinks={
        <Link to={featureGatePath(active === ALL_NAMESPACES ? undefined : active)}>
          {t('Go to the feature gate')}
        </Link>
      }
    >
      <p>
        {vmsInNeed === 'thisVm'
          ? t('This VM has hook sidecars: KubeVirt refuses to start or change it.')
          : vmsInNeed === 'template'
            ? t('Its VMs have hook sidecars: KubeVirt refuses to create or start them.')
            : t('{{count}} VMs here have hook sidecars: KubeVirt refuses to start or change them.', {
                count: vmsInNeed,
              })}
      </p>
      {status.misspelt === undefined ? null : (
        <p>
          {t('KubeVirt lists "{{gate}}", which it ignores: the name is spelt Sidecar.', {
            gate: status.misspelt,
          })}
        </p>
      )}
      {status.disabledListed ? <p>{t('Sidecar is on the list of disabled feature gates.')}</p> : null}
    </InlineAlert>
  );
};
