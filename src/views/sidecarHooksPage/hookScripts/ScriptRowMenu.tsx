import type { ReactElement } from 'react';
import { DropdownItem, DropdownList } from '@patternfly/react-core';
import { KebabMenu } from '../../../components/KebabMenu';
import { ConfigMapModel } from '../../../k8s/models';
import { useAccess } from '../../../k8s/useAccess';
import type { HookScript } from '../../../sidecars/scripts/hookScripts';
import { useSidecarTranslation } from '../../../i18n';

export interface ScriptActions {
  view: (script: HookScript) => void;
  edit: (script: HookScript) => void;
  remove: (script: HookScript) => void;
}

interface ScriptRowMenuProps {
  script: HookScript;
  actions: ScriptActions;
}

const withReason = (reason: string | undefined): object =>
  reason === undefined ? {} : { isAriaDisabled: true, tooltipProps: { content: reason } };

const ScriptMenuItems = ({ script, actions }: ScriptRowMenuProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { namespace } = script.configMap.metadata;
  const mayEdit = useAccess({ verb: 'patch', model: ConfigMapModel, namespace });
  const mayDelete = useAccess({ verb: 'delete', model: ConfigMapModel, namespace });
  const editReason =
    script.configMap.immutable === true
      ? t('This ConfigMap is immutable: Kubernetes refuses every change of it.')
      : script.configMap.data?.[script.key] === undefined
        ? t('This script is stored as binary data: editing it here would damage it.')
        : mayEdit === 'denied'
          ? t('You may not change ConfigMaps in this namespace.')
          : undefined;
  const deleteReason =
    mayDelete === 'denied' ? t('You may not delete ConfigMaps in this namespace.') : undefined;
  return (
    <DropdownList>
      <DropdownItem
        onClick={() => {
          actions.view(script);
        }}
      >
        {t('View')}
      </DropdownItem>
      <DropdownItem
        {...withReason(editReason)}
        onClick={() => {
          actions.edit(script);
        }}
      >
        {t('Edit')}
      </DropdownItem>
      <DropdownItem
        isDanger={deleteReason === undefined}
        {...withReason(deleteReason)}
        onClick={() => {
          actions.remove(script);
        }}
      >
        {t('Delete')}
      </DropdownItem>
    </DropdownList>
  );
};

export const ScriptRowMenu = ({ script, actions }: ScriptRowMenuProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <KebabMenu label={t('Actions of hook script {{name}}', { name: script.configMap.metadata.name })}>
      <ScriptMenuItems script={script} actions={actions} />
    </KebabMenu>
  );
};
