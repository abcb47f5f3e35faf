import type { ReactElement } from 'react';
import { AlertActionCloseButton, AlertActionLink, List, ListItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import { InlineAlert } from '../../components/InlineAlert';
import { useRestartVm } from '../../features/restart/useRestartVm';
import { vmTabPath } from '../../features/vmTab/vmTabPath';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { isRunning } from '../../sidecars/objects/vm';
import { useSidecarTranslation } from '../../i18n';

interface SavedNoticeProps {
  name: string;
  /** The VMs that use the script. */
  users: readonly VirtualMachine[];
  onClose: () => void;
}

const MAX_LINKS = 5;

/** After saving a script: where it takes effect, and that running VMs keep the old one. */
export const SavedNotice = ({ name, users, onClose }: SavedNoticeProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const restart = useRestartVm();
  const running = users.filter(isRunning);
  return (
    <InlineAlert
      isLiveRegion
      variant={running.length === 0 ? 'success' : 'info'}
      title={
        running.length === 0
          ? t('{{name}} is saved.', { name })
          : t('{{name}} is saved. Running VMs keep the old script until they are restarted.', { name })
      }
      actionClose={<AlertActionCloseButton aria-label={t('Close')} onClose={onClose} />}
      actionLinks={running.slice(0, MAX_LINKS).map((vm) => (
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
      {users.length === 0 ? null : (
        <List isPlain aria-label={t('VMs that use this script')}>
          {users.map((vm) => (
            <ListItem key={vm.metadata.name}>
              <Link to={vmTabPath(vm, 'sidecar-hooks')}>{vm.metadata.name}</Link>
            </ListItem>
          ))}
        </List>
      )}
    </InlineAlert>
  );
};
