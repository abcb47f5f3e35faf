import type { ReactElement } from 'react';
import { Content, Stack, StackItem } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import { useGate } from '../../data/useGate';
import { commandVm } from '../../k8s/write';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { templateAnnotation } from '../../sidecars/objects/vm';
import { useSidecarTranslation } from '../../i18n';
import { FormModal } from '../../components/FormModal';
import { TryFirst } from '../trialStart/TryFirst';

interface RestartVmModalProps {
  vm: VirtualMachine;
  closeOverlay: () => void;
}

/** Asks before a VM is restarted; warns if KubeVirt would not start it again. */
export const RestartVmModal = ({ vm, closeOverlay }: RestartVmModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const gate = useGate();
  const { name, namespace = '' } = vm.metadata;
  const hasSidecars = templateAnnotation(vm) !== undefined;
  const wouldStayDown = gate.status?.enabled === false && hasSidecars;
  return (
    <FormModal
      title={t('Restart VM {{name}}?', { name })}
      titleIconVariant="warning"
      variant="small"
      submitLabel={t('Restart')}
      danger={wouldStayDown}
      onSubmit={async () => commandVm('restart', namespace, name)}
      onClose={closeOverlay}
    >
      <Stack hasGutter>
        <StackItem>
          <Content component="p">
            {t(
              'The guest in namespace {{namespace}} is asked to shut down, and is turned off if it takes too long. Then the VM starts again, with the hook scripts that are attached now.',
              { namespace },
            )}
          </Content>
        </StackItem>
        {wouldStayDown ? (
          <StackItem>
            <InlineAlert variant="danger" title={t('The VM would not start again')}>
              {t('The feature gate Sidecar is off: KubeVirt refuses to start a VM that has hook sidecars.')}
            </InlineAlert>
          </StackItem>
        ) : hasSidecars ? (
          <StackItem>
            <TryFirst request={{ vm }} />
          </StackItem>
        ) : null}
      </Stack>
    </FormModal>
  );
};
