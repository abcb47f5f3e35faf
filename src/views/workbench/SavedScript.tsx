import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import { PageSection } from '@patternfly/react-core';
import { useLocation } from 'react-router';
import { LoadableBody } from '../../components/LoadableBody';
import { useGate } from '../../data/useGate';
import { usePossibleUsers } from '../../data/usePossibleUsers';
import { loadedData } from '../../loadable';
import { useSidecarTranslation } from '../../i18n';
import type { AttachTarget } from '../../sidecars/objects/attachTarget';
import type { ConfigMap, VirtualMachine } from '../../sidecars/objects/resources';
import { listHookScripts, type HookScript } from '../../sidecars/scripts/hookScripts';
import { isJustSaved } from './justSaved';
import { SavedNotice } from './SavedNotice';
import { ScriptNotFound } from './ScriptNotFound';
import { useConfigMap } from './edit/useConfigMap';
import { useSavedScript } from './edit/useSavedScript';
import { useStoredDraft, type StoredDraft } from './edit/useStoredDraft';
import { Workbench } from './Workbench';
import { WorkbenchHead } from './WorkbenchHead';

/** A key that nothing marks as a hook script can be edited too. */
const scriptOf = (
  configMap: ConfigMap,
  key: string,
  vms: readonly VirtualMachine[],
): Pick<HookScript, 'configMap' | 'key' | 'hookPoints' | 'inDefaultImage' | 'users'> =>
  listHookScripts([configMap], vms).find((script) => script.key === key) ?? {
    configMap,
    key,
    hookPoints: [],
    inDefaultImage: true,
    users: [],
  };

interface EditedScriptProps {
  script: ReturnType<typeof scriptOf>;
  storedDraft: StoredDraft;
  line: number | undefined;
  attachTo: AttachTarget | undefined;
  onWritten: (configMap: ConfigMap) => void;
}

const EditedScript = ({
  script,
  storedDraft,
  line,
  attachTo,
  onWritten,
}: EditedScriptProps): ReactElement => {
  const location = useLocation();
  const [isSaved, setSaved] = useState(() => isJustSaved(location.state));
  const edit = useSavedScript({ script, storedDraft, onWritten });
  const { status: gate } = useGate();
  return (
    <Workbench
      edit={edit}
      runsIn={{ inDefaultImage: script.inDefaultImage, kubevirtVersion: gate?.version }}
      line={line}
      attachTo={attachTo}
      notice={
        isSaved ? (
          <SavedNotice
            name={script.configMap.metadata.name}
            users={script.users ?? []}
            onClose={() => {
              setSaved(false);
            }}
          />
        ) : null
      }
      onSaved={() => {
        setSaved(true);
      }}
    />
  );
};

interface SavedScriptProps {
  namespace: string;
  name: string;
  scriptKey: string;
  draftId: string;
  line: number | undefined;
  attachTo: AttachTarget | undefined;
}

/** The workbench with a script that exists. */
export const SavedScript = ({
  namespace,
  name,
  scriptKey: key,
  draftId,
  line,
  attachTo,
}: SavedScriptProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { value, showSaved } = useConfigMap(namespace, name);
  const { users } = usePossibleUsers(namespace);
  const storedDraft = useStoredDraft(draftId);
  const configMap = loadedData(value);
  const script = useMemo(
    () =>
      configMap?.data?.[key] === undefined && configMap?.binaryData?.[key] === undefined
        ? undefined
        : scriptOf(configMap, key, users),
    [configMap, key, users],
  );
  return script === undefined ? (
    <>
      <WorkbenchHead namespace={namespace} name={name} scriptKey={key} />
      <PageSection hasBodyWrapper={false}>
        <LoadableBody value={value} what={t('ConfigMap {{name}}', { name })}>
          {() => (
            <ScriptNotFound
              namespace={namespace}
              name={name}
              scriptKey={key}
              hasConfigMap={configMap !== undefined}
              draft={storedDraft.draft}
            />
          )}
        </LoadableBody>
      </PageSection>
    </>
  ) : (
    <EditedScript
      script={script}
      storedDraft={storedDraft}
      line={line}
      attachTo={attachTo}
      onWritten={showSaved}
    />
  );
};
