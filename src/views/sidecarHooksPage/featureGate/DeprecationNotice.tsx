import type { ReactElement } from 'react';
import { Button } from '@patternfly/react-core';
import { ExternalLinkAltIcon } from '@patternfly/react-icons';
import { InlineAlert } from '../../../components/InlineAlert';
import { useSidecarTranslation } from '../../../i18n';

const GUIDE = 'https://kubevirt.io/user-guide/user_workloads/hook-sidecar/';

/** Says that hook sidecars are deprecated from KubeVirt 1.9, and what replaces them. */
export const DeprecationNotice = ({ version }: { version: string }): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <InlineAlert
      variant="warning"
      title={t('Hook sidecars are deprecated since KubeVirt 1.9. This cluster runs {{version}}.', {
        version,
      })}
      data-test="deprecation-notice"
      actionLinks={
        <Button
          variant="link"
          isInline
          component="a"
          href={GUIDE}
          target="_blank"
          rel="noopener noreferrer"
          icon={<ExternalLinkAltIcon />}
          iconPosition="end"
        >
          {t('KubeVirt user guide')}
        </Button>
      }
    >
      <p>
        {t(
          'They work as before, and will be removed in a version that is not yet known. Use what the VM itself offers where it can do the same.',
        )}
      </p>
      <p>
        {t(
          'What replaces them is the Plugin API (plugin.kubevirt.io/v1alpha1, feature gate Plugins), which is alpha in 1.9: cluster administrators define plugins that change the domain XML for the VMs that match.',
        )}
      </p>
      <p>
        {t(
          'Before the first plugin is created: as soon as the cluster has any Plugin object, what hook scripts add outside KubeVirt’s own XML schema is removed at the next start of every VM, also of VMs that the plugin does not match. VMs with a PCI host device may then not start.',
        )}
      </p>
    </InlineAlert>
  );
};
