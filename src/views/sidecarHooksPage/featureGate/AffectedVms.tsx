import type { ReactElement } from 'react';
import { List, ListItem, Skeleton } from '@patternfly/react-core';
import { InlineAlert } from '../../../components/InlineAlert';
import { failureText } from '../../../components/failureText';
import { isForbidden } from '../../../apiError';
import { useAllVms } from '../../../data/useVms';
import { vmsNeedingGate } from '../../../sidecars/featureGate/vmsNeedingGate';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { isRunning } from '../../../sidecars/objects/vm';
import { useSidecarTranslation } from '../../../i18n';
import './AffectedVms.css';

/** Nobody reads more names than this. */
const SHOWN = 50;

const byName = (one: VirtualMachine, other: VirtualMachine): number =>
  (one.metadata.namespace ?? '').localeCompare(other.metadata.namespace ?? '') ||
  one.metadata.name.localeCompare(other.metadata.name);

/** The VMs of all namespaces that KubeVirt will refuse to start and change without the gate. */
export const AffectedVms = (): ReactElement => {
  const { t } = useSidecarTranslation();
  const vms = useAllVms(undefined);
  if (vms.status === 'loading') {
    return <Skeleton screenreaderText={t('Counting the VMs that have hook sidecars')} />;
  }
  if (vms.status === 'failed') {
    return (
      <InlineAlert
        variant="warning"
        title={t('It is not known how many VMs will be refused changes and restarts')}
        data-test="affected-vms"
      >
        <p>
          {isForbidden(vms.error)
            ? t('You may not read the VMs of all namespaces. Those that you cannot see are affected as well.')
            : t('The VMs of the cluster could not be read.')}
        </p>
        <p>{failureText(t, vms.error)}</p>
      </InlineAlert>
    );
  }
  const affected = vmsNeedingGate(vms.data).sort(byName);
  if (affected.length === 0) {
    return (
      <InlineAlert
        variant="success"
        title={t('No VM of the cluster has hook sidecars')}
        data-test="affected-vms"
      />
    );
  }
  return (
    <InlineAlert
      variant="warning"
      title={t('{{count}} VMs will be refused changes and restarts', { count: affected.length })}
      data-test="affected-vms"
    >
      <div
        className="ksp-affected-vms"
        role="group"
        aria-label={t('VMs that have hook sidecars')}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrollable area needs keyboard focus
        tabIndex={0}
      >
        <List isPlain>
          {affected.slice(0, SHOWN).map((vm) => (
            <ListItem key={`${vm.metadata.namespace ?? ''}/${vm.metadata.name}`}>
              {isRunning(vm)
                ? t('{{name}} in {{namespace}}, running', {
                    name: vm.metadata.name,
                    namespace: vm.metadata.namespace,
                  })
                : t('{{name}} in {{namespace}}', {
                    name: vm.metadata.name,
                    namespace: vm.metadata.namespace,
                  })}
            </ListItem>
          ))}
        </List>
      </div>
      {affected.length > SHOWN ? <p>{t('and {{count}} more', { count: affected.length - SHOWN })}</p> : null}
    </InlineAlert>
  );
};
