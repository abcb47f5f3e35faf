import type { ReactElement } from 'react';
import { useCallback, useMemo } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { PageSection } from '@patternfly/react-core';
import { useNavigate } from 'react-router';
import { focusNameFilter } from '../../../components/filterFocus';
import { KeepFocus } from '../../../components/KeepFocus';
import { LoadableBody } from '../../../components/LoadableBody';
import { workbenchPath } from '../../../features/script/workbenchPath';
import { loadedData } from '../../../loadable';
import { ConfigMapModel } from '../../../k8s/models';
import { useAccessInSome } from '../../../k8s/useAccessInSome';
import type { KubernetesObject } from '../../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../../i18n';
import { NewScriptModal } from './NewScriptModal';
import { ScriptList } from './ScriptList';
import { ScriptListEmpty } from './ScriptListEmpty';
import { UsersUnknownNotice } from './UsersUnknownNotice';
import { useHookScripts } from './useHookScripts';

interface HookScriptsTabProps {
  /** Undefined shows all namespaces. */
  namespace: string | undefined;
}

/** The hook scripts of a namespace, with their users and actions. */
export const HookScriptsTab = ({ namespace }: HookScriptsTabProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const value = useHookScripts(namespace);
  const { unread = [] } = loadedData(value) ?? {};
  const areVmsUnread = unread.some(({ kind }) => kind === 'VirtualMachine');
  const navigate = useNavigate();
  const launch = useOverlay();

  const offered = useMemo(() => {
    if (namespace !== undefined) {
      return namespace;
    }
    const { scripts = [], users = [] } = loadedData(value) ?? {};
    const objects: KubernetesObject[] = [...users, ...scripts.map(({ configMap }) => configMap)];
    return [...new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? []))].sort();
  }, [namespace, value]);
  const mayCreate = useAccessInSome({ verb: 'create', model: ConfigMapModel }, offered);
  const createReason =
    offered.length === 0
      ? areVmsUnread
        ? t('Choose a namespace in the bar above to create a script in it.')
        : t('There is no VM in any namespace. Choose a namespace in the bar above to create a script in it.')
      : mayCreate !== 'denied'
        ? undefined
        : namespace === undefined
          ? t('You may not create ConfigMaps in any namespace that has VMs or hook scripts.')
          : t('You may not create ConfigMaps in this namespace.');
  const create = useCallback(() => {
    if (typeof offered === 'string') {
      void navigate(workbenchPath({ namespace: offered }));
    } else {
      launch(NewScriptModal, { offered });
    }
  }, [offered, navigate, launch]);

  return (
    <PageSection hasBodyWrapper={false}>
      <UsersUnknownNotice unread={unread} />
      {/* Deleting a script removes its row, which has the focus. */}
      <KeepFocus focusElsewhere={focusNameFilter}>
        <LoadableBody
          value={value}
          what={t('hook scripts')}
          isAcrossNamespaces={namespace === undefined}
          empty={({ scripts }) =>
            scripts.length > 0 ? null : (
              <ScriptListEmpty namespace={namespace} createReason={createReason} onCreate={create} />
            )
          }
        >
          {({ scripts }) => (
            <ScriptList
              scripts={scripts}
              namespace={namespace}
              createReason={createReason}
              onCreate={create}
            />
          )}
        </LoadableBody>
      </KeepFocus>
    </PageSection>
  );
};
