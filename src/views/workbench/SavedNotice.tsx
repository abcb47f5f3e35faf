import type { ReactElement } from 'react';
import { AlertActionCloseButton, AlertActionLink, List, ListItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import { InlineAlert } from '../../components/InlineAlert';
import { userText } from '../../features/holders/userText';
import { useRestartVm } from '../../features/restart/useRestartVm';
import { vmTabPath } from '../../features/vmTab/vmTabPath';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import type { ScriptUser } from '../../sidecars/scripts/scriptUser';
import { useSidecarTranslation } from '../../i18n';

interface SavedNoticeProps {
  name: string;
  /** What uses the script. */
  users: readonly ScriptUser[];
  onClose: () => void;
}

const MAX_LINKS = 5;

/** After saving a script: where it takes effect, and that running VMs keep the old one. */
export const SavedNotice = ({ name, users, onClose }: SavedNoticeProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const restart = useRestartVm();
  const running = users.flatMap((user) =>
    user.running === true && user.object.kind === 'VirtualMachine' ? [user.object as VirtualMachine] : [],
  );
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
        <List isPlain aria-label={t('Users of this script')}>
          {users.map(({ object }) => (
            <ListItem key={`${object.kind} ${object.metadata.name}`}>
              <Link to={vmTabPath(object, 'sidecar-hooks')}>{userText(t, object)}</Link>
            </ListItem>
          ))}
        </List>
      )}
    </InlineAlert>
  );
};
