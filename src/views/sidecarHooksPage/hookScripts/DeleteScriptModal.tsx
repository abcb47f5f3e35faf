import type { ReactElement } from 'react';
import { useState } from 'react';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { Checkbox } from '@patternfly/react-core';
import { failureText } from '../../../components/failureText';
import { InlineAlert } from '../../../components/InlineAlert';
import { TextField } from '../../../components/fields/TextField';
import { FormModal } from '../../../components/FormModal';
import { lazyPart } from '../../../components/lazyPart/lazyPart';
import { usePossibleUsers } from '../../../data/usePossibleUsers';
import { useReread } from '../../../data/useReread';
import { holderPlural } from '../../../features/holders/holderText';
import { ConfigMapModel } from '../../../k8s/models';
import { getObject } from '../../../k8s/read';
import { deleteObject } from '../../../k8s/write';
import type { ConfigMap } from '../../../sidecars/objects/resources';
import { keysOf } from '../../../sidecars/scripts/configMapKeys';
import { configMapText } from '../../../sidecars/scripts/configMapText';
import { usersOfConfigMap } from '../../../sidecars/scripts/configMapUsers';
import type { HookScript } from '../../../sidecars/scripts/hookScripts';
import { isOnlyPossible } from '../../../sidecars/scripts/scriptUser';
import { useSidecarTranslation } from '../../../i18n';
import { UsersAlerts } from './UsersAlerts';

// Loaded separately, because it brings a diff package.
const { Part: ChangedMeanwhileAlert } = lazyPart(
  'inline',
  async () => (await import('../../../components/ChangedMeanwhileAlert')).ChangedMeanwhileAlert,
);

const readConfigMap = async ({ metadata: { namespace, name } }: ConfigMap): Promise<ConfigMap> =>
  getObject<ConfigMap & K8sResourceCommon>(ConfigMapModel, namespace, name);

interface DeleteScriptModalProps {
  script: HookScript;
  /** The namespace of the page's lists, which the dialog shares; undefined for all. */
  listed: string | undefined;
  closeOverlay: () => void;
}

/** Deletes a hook script's ConfigMap. The user types its name, and confirms separately if VMs use it or may use it. */
export const DeleteScriptModal = ({ script, listed, closeOverlay }: DeleteScriptModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [typed, setTyped] = useState('');
  /** The users that the user saw when confirming. */
  const [confirmed, setConfirmed] = useState<string>();
  const { object: configMap, before, isAnother, error, reread } = useReread(readConfigMap, script.configMap);
  const { name } = configMap.metadata;

  const { users: possible, lists, unread } = usePossibleUsers(listed);
  const isCurrent =
    unread.length === 0 &&
    lists.every(
      (list) => list.status === 'loaded' && list.problem === undefined && list.staleSince === undefined,
    );
  const users = usersOfConfigMap(configMap, possible);
  const names = users.map(({ object }) => `${object.kind} ${object.metadata.name}`).join();
  const isConfirmationAsked = !isCurrent || users.length > 0;
  const otherKeys = keysOf(configMap).filter((other) => other !== script.key);
  return (
    <FormModal
      title={t('Delete ConfigMap {{name}}?', { name })}
      titleIconVariant="warning"
      variant="small"
      submitLabel={t('Delete')}
      danger
      isBlocked={typed !== name || (isConfirmationAsked && confirmed !== names)}
      onSubmit={async () => deleteObject(ConfigMapModel, configMap, { ifUnchanged: true })}
      onChangedMeanwhile={() => {
        setTyped('');
        reread();
      }}
      onClose={closeOverlay}
    >
      {before === undefined ? null : (
        <ChangedMeanwhileAlert
          what={t('ConfigMap {{name}}', { name })}
          isAnother={isAnother}
          outcome={t('Nothing was deleted.')}
          before={configMapText(before)}
          after={configMapText(configMap)}
          advice={t('Delete again if it is still what you want.')}
        />
      )}
      {error === undefined ? null : (
        <InlineAlert variant="danger" title={t('Changed meanwhile, and it could not be read again')}>
          {failureText(t, error)}
        </InlineAlert>
      )}
      {isCurrent ? null : (
        <InlineAlert variant="danger" title={t('It is not fully known what uses it')}>
          {unread.length === 0
            ? t(
                'The lists of what could use it may be out of date. VMs that use it will not start without it.',
              )
            : t('These could not be read: {{kinds}}. VMs that use it will not start without it.', {
                kinds: unread.map(({ kind }) => holderPlural(t, kind)).join(', '),
              })}
        </InlineAlert>
      )}
      <UsersAlerts users={users} />
      {otherKeys.length === 0 ? null : (
        <InlineAlert variant="warning" title={t('Other data is deleted with it')}>
          {otherKeys.join(', ')}
        </InlineAlert>
      )}
      {isConfirmationAsked ? (
        <Checkbox
          id="ksp-delete-used-script"
          label={
            isCurrent && !users.every(isOnlyPossible)
              ? t('Delete it although it is in use')
              : t('Delete it although VMs may use it')
          }
          isChecked={confirmed === names}
          onChange={(_event, checked) => {
            setConfirmed(checked ? names : undefined);
          }}
        />
      ) : null}
      <TextField
        label={t('Type {{name}} to confirm', { name })}
        value={typed}
        isRequired
        onChange={setTyped}
      />
    </FormModal>
  );
};
