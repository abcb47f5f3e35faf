import type { ReactElement } from 'react';
import { useCallback, useMemo, useState } from 'react';
import { PageSection } from '@patternfly/react-core';
import { focusNameFilter } from '../../../components/filterFocus';
import { KeepFocus } from '../../../components/KeepFocus';
import { LoadableBody } from '../../../components/LoadableBody';
import { useScriptForm } from '../../../features/script/form/useScriptForm';
import { loadedData } from '../../../loadable';
import { ConfigMapModel } from '../../../k8s/models';
import { useAccessInSome } from '../../../k8s/useAccessInSome';
import type { KubernetesObject } from '../../../sidecars/objects/resources';
import { isRunning } from '../../../sidecars/objects/vm';
import { useSidecarTranslation } from '../../../i18n';
import { SavedNotice } from './SavedNotice';
import { ScriptList } from './ScriptList';
import { ScriptListEmpty } from './ScriptListEmpty';
import { UsersUnknownNotice } from './UsersUnknownNotice';
import { useHookScripts } from './useHookScripts';

interface HookScriptsTabProps {
  /** Undefined shows all namespaces. */
  namespace: string | undefined;
}

interface Saved {
  namespace: string | undefined;
  name: string;
}

/** The hook scripts of a namespace, with their users and actions. */
export const HookScriptsTab = ({ namespace }: HookScriptsTabProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const value = useHookScripts(namespace);
  const vmFailure = loadedData(value)?.vmFailure;
  const openForm = useScriptForm();
  const [saved, setSaved] = useState<Saved>();

  const offered = useMemo(() => {
    if (namespace !== undefined) {
      return namespace;
    }
    const { scripts = [], vms = [] } = loadedData(value) ?? {};
    const objects: KubernetesObject[] = [...vms, ...scripts.map(({ configMap }) => configMap)];
    return [...new Set(objects.flatMap(({ metadata }) => metadata.namespace ?? []))].sort();
  }, [namespace, value]);
  const mayCreate = useAccessInSome({ verb: 'create', model: ConfigMapModel }, offered);
  const createReason =
    offered.length === 0
      ? vmFailure !== undefined
        ? t('Choose a namespace in the bar above to create a script in it.')
        : t('There is no VM in any namespace. Choose a namespace in the bar above to create a script in it.')
      : mayCreate !== 'denied'
        ? undefined
        : namespace === undefined
          ? t('You may not create ConfigMaps in any namespace that has VMs or hook scripts.')
          : t('You may not create ConfigMaps in this namespace.');
  const create = useCallback(() => {
    openForm({ namespace: offered });
  }, [offered, openForm]);

  return (
    <PageSection hasBodyWrapper={false}>
      {vmFailure === undefined ? null : <UsersUnknownNotice failure={vmFailure} />}
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
          {({ scripts, vms }) => {
            const users = scripts
              .filter(
                ({ configMap: { metadata } }) =>
                  metadata.name === saved?.name && metadata.namespace === saved.namespace,
              )
              .flatMap((script) => (script.users ?? []).map(({ name }) => name));
            const running = (vms ?? []).filter(
              (vm) =>
                vm.metadata.namespace === saved?.namespace &&
                users.includes(vm.metadata.name) &&
                isRunning(vm),
            );
            return (
              <>
                {saved === undefined || running.length === 0 ? null : (
                  <SavedNotice
                    name={saved.name}
                    vms={running}
                    onClose={() => {
                      setSaved(undefined);
                    }}
                  />
                )}
                <ScriptList
                  scripts={scripts}
                  namespace={namespace}
                  createReason={createReason}
                  onCreate={create}
                  onSaved={setSaved}
                />
              </>
            );
          }}
        </LoadableBody>
      </KeepFocus>
    </PageSection>
  );
};
