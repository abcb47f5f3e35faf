import type { ReactElement } from 'react';
import { Skeleton } from '@patternfly/react-core';
import { loadedData } from '../../../loadable';
import { useAllVms } from '../../../data/useVms';
import type { ConfigMap } from '../../../sidecars/objects/resources';
import { listHookScripts, type HookScript, type ScriptUser } from '../../../sidecars/scripts/hookScripts';
import { InlineAlert } from '../../../components/InlineAlert';
import { useSidecarTranslation } from '../../../i18n';
import type { ScriptBlocked } from '../../../sidecars/plans/script/scriptBlocked';

interface ScriptFormNotesProps {
  script: HookScript;
  blocked: ScriptBlocked | undefined;
}

const namesOf = (users: readonly ScriptUser[]): string => users.map(({ name }) => name).join(', ');

/** `users` is undefined if they cannot be known. */
const UsersNote = ({ users }: Pick<HookScript, 'users'>): ReactElement | null => {
  const { t } = useSidecarTranslation();
  if (users === undefined) {
    return (
      <InlineAlert variant="info" title={t('It is not known which VMs use this script')}>
        {t('Running VMs keep the old script until they are restarted.')}
      </InlineAlert>
    );
  }
  const running = users.filter((user) => user.running);
  return users.length === 0 ? null : (
    <InlineAlert variant="info" title={t('VMs that use this script: {{names}}', { names: namesOf(users) })}>
      {running.length === 0
        ? t('A change takes effect when they start.')
        : t('Running VMs keep the old script until they are restarted: {{names}}', {
            names: namesOf(running),
          })}
    </InlineAlert>
  );
};

interface FoundUsersNoteProps {
  configMap: ConfigMap;
  scriptKey: string;
}

/** Finds the users among the VMs of the namespace, if the opening page does not know them. */
const FoundUsersNote = ({ configMap, scriptKey }: FoundUsersNoteProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const vms = useAllVms(configMap.metadata.namespace);
  return vms.status === 'loading' ? (
    <Skeleton height="3.5rem" screenreaderText={t('Looking for the VMs that use this script')} />
  ) : (
    <UsersNote
      users={listHookScripts([configMap], loadedData(vms)).find(({ key }) => key === scriptKey)?.users}
    />
  );
};

/** Notes before a script is changed: who uses it, and what prevents a change. */
export const ScriptFormNotes = ({ script, blocked }: ScriptFormNotesProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { users, configMap, key } = script;
  return (
    <>
      {blocked === 'immutable' ? (
        <InlineAlert variant="warning" title={t('This ConfigMap is immutable')}>
          {t('Kubernetes refuses every change of it. Create another hook script, and attach that one.')}
        </InlineAlert>
      ) : null}
      {blocked === 'binary' ? (
        <InlineAlert variant="warning" title={t('This script is stored as binary data')}>
          {t('It is not plain UTF-8 text, and editing it here would damage it.')}
        </InlineAlert>
      ) : null}
      {blocked === 'gone' ? (
        <InlineAlert
          variant="danger"
          title={t('The ConfigMap no longer has the key {{entry}}', { entry: script.key })}
        >
          {t('Copy your text before you close this form.')}
        </InlineAlert>
      ) : null}
      {users === undefined ? (
        <FoundUsersNote configMap={configMap} scriptKey={key} />
      ) : (
        <UsersNote users={users} />
      )}
    </>
  );
};
