import type { ReactElement } from 'react';
import { GuardedButton } from '../../components/GuardedButton';
import { useRestartVm } from '../../components/restartVm/useRestartVm';
import { useAccess } from '../../k8s/useAccess';
import type { VirtualMachine } from '../../sidecars/resources';
import { useSidecarTranslation } from '../../i18n';
import { accessReason } from '../../components/accessReason';

const RESTART = { apiGroup: 'subresources.kubevirt.io', plural: 'virtualmachines' };

/** Restarts the VM after asking, where the user may. */
export const RestartButton = ({ vm }: { vm: VirtualMachine }): ReactElement => {
  const { t } = useSidecarTranslation();
  const restart = useRestartVm();
  const { name, namespace } = vm.metadata;
  const access = useAccess({ verb: 'update', model: RESTART, namespace, name, subresource: 'restart' });
  return (
    <GuardedButton
      variant="secondary"
      reason={accessReason(t, access, t('You may not restart this VM.'))}
      onClick={() => {
        restart(vm);
      }}
    >
      {t('Restart VM')}
    </GuardedButton>
  );
};
