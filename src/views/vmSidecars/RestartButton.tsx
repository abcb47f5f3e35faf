import type { ReactElement } from 'react';
import { GuardedButton } from '../../components/GuardedButton';
import { useRestartVm } from '../../features/restart/useRestartVm';
import { useMayRestartVm } from '../../k8s/useAccess';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';
import { accessReason } from '../../features/access/accessReason';

export const RestartButton = ({ vm }: { vm: VirtualMachine }): ReactElement => {
  const { t } = useSidecarTranslation();
  const restart = useRestartVm();
  const access = useMayRestartVm(vm.metadata);
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
