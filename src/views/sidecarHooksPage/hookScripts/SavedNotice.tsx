import type { ReactElement } from 'react';
import { AlertActionCloseButton, AlertActionLink } from '@patternfly/react-core';
import { InlineAlert } from '../../../components/InlineAlert';
import { useRestartVm } from '../../../features/restart/useRestartVm';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../../i18n';

interface SavedNoticeProps {
  name: string;
  /** The running VMs that use the script. */
  vms: readonly VirtualMachine[];
  onClose: () => void;
}

const MAX_LINKS = 5;

/** After saving a script in use: running VMs keep the old one. */
export const SavedNotice = ({ name, vms, onClose }: SavedNoticeProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const restart = useRestartVm();
  return (
    <InlineAlert
      isLiveRegion
      variant="info"
      className="pf-v6-u-mb-md"
      title={t('{{name}} is saved. Running VMs keep the old script until they are restarted.', { name })}
      actionClose={<AlertActionCloseButton aria-label={t('Close')} onClose={onClose} />}
      actionLinks={vms.slice(0, MAX_LINKS).map((vm) => (
        <AlertActionLink
          key={vm.metadata.name}
          onClick={() => {
            restart(vm);
          }}
        >
          {t('Restart {{name}}', { name: vm.metadata.name })}
        </AlertActionLink>
      ))}
    >
      {vms.map((vm) => vm.metadata.name).join(', ')}
    </InlineAlert>
  );
};
