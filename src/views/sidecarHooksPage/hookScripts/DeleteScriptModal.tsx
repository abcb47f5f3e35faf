import type { ReactElement } from 'react';
import { useState } from 'react';
import { Checkbox, List, ListItem } from '@patternfly/react-core';
import { InlineAlert } from '../../../components/InlineAlert';
import { TextField } from '../../../components/fields/TextField';
import { FormModal } from '../../../components/FormModal';
import { ConfigMapModel } from '../../../k8s/models';
import { deleteObject } from '../../../k8s/write';
import type { HookScript, ScriptUser } from '../../../sidecars/scripts/hookScripts';
import { useSidecarTranslation } from '../../../i18n';

interface DeleteScriptModalProps {
  script: HookScript;
  /** All VMs that do not start without the ConfigMap; undefined if VMs cannot be read. */
  users: readonly ScriptUser[] | undefined;
  closeOverlay: () => void;
}

/** Deletes a hook script's ConfigMap. The user types its name, and confirms separately if VMs use it or may use it. */
export const DeleteScriptModal = ({ script, users, closeOverlay }: DeleteScriptModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [typed, setTyped] = useState('');
  const [isConfirmed, setConfirmed] = useState(false);
  const { configMap, key } = script;
  const { name } = configMap.metadata;
  const isConfirmationAsked = users === undefined || users.length > 0;
  const otherKeys = [...Object.keys(configMap.data ?? {}), ...Object.keys(configMap.binaryData ?? {})].filter(
    (other) => other !== key,
  );
  return (
    <FormModal
      title={t('Delete ConfigMap {{name}}?', { name })}
      titleIconVariant="warning"
      variant="small"
      submitLabel={t('Delete')}
      danger
      isBlocked={typed !== name || (isConfirmationAsked && !isConfirmed)}
      onSubmit={async () => deleteObject(ConfigMapModel, configMap)}
      onClose={closeOverlay}
    >
      {users === undefined ? (
        <InlineAlert variant="danger" title={t('It is not known which VMs use it')}>
          {t('The VMs of its namespace could not be read. Those that use it will not start without it.')}
        </InlineAlert>
      ) : null}
      {users === undefined || users.length === 0 ? null : (
        <InlineAlert variant="danger" title={t('These VMs use it and will not start without it')}>
          <List isPlain>
            {users.map((user) => (
              <ListItem key={user.name}>
                {user.running ? t('{{name}} (running)', { name: user.name }) : user.name}
              </ListItem>
            ))}
          </List>
          <p className="pf-v6-u-mt-sm">
            {t(
              'Running VMs keep running. To keep the VMs startable, first detach the script from them, and remove volumes of this ConfigMap.',
            )}
          </p>
        </InlineAlert>
      )}
      {otherKeys.length === 0 ? null : (
        <InlineAlert variant="warning" title={t('Other data is deleted with it')}>
          {otherKeys.join(', ')}
        </InlineAlert>
      )}
      {isConfirmationAsked ? (
        <Checkbox
          id="ksp-delete-used-script"
          label={
            users === undefined
              ? t('Delete it although VMs may use it')
              : t('Delete it although it is in use')
          }
          isChecked={isConfirmed}
          onChange={(_event, checked) => {
            setConfirmed(checked);
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
