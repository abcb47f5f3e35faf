import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import { loadedData } from '../../../loadable';
import { ConfigMapModel } from '../../../k8s/models';
import { useAccess } from '../../../k8s/useAccess';
import { useGate } from '../../../data/useGate';
import { useWatchedList } from '../../../k8s/useWatched';
import type { ConfigMap } from '../../../sidecars/objects/resources';
import { buildHookConfigMap } from '../../../sidecars/scripts/configMapBuilder';
import { useSidecarTranslation } from '../../../i18n';
import { ChangedMeanwhileAlert } from '../../../components/ChangedMeanwhileAlert';
import { FormModal } from '../../../components/FormModal';
import { isSameInput } from '../../../sidecars/text/isSameInput';
import { lazyPart } from '../../../components/lazyPart/lazyPart';
import { NamespaceField } from './NamespaceField';
import { saveScript, ScriptConflict } from './saveScript';
import { isUnfinished, scriptBlocked } from '../../../sidecars/plans/script/scriptBlocked';
import { ScriptFields } from './ScriptFields';
import { ScriptFormNotes } from './ScriptFormNotes';
import { ScriptPatchPreview } from './ScriptPatchPreview';
import { newScriptValues, valuesOfScript } from '../../../sidecars/plans/script/scriptValues';
import { unfinishedText } from './unfinishedText';
import type { ScriptFormOptions } from './useScriptForm';

// Loaded separately, because it brings the YAML package.
const { Part: CreatePreview } = lazyPart(
  'inline',
  async () => (await import('./CreatePreview')).CreatePreview,
);

interface ScriptFormProps extends ScriptFormOptions {
  closeOverlay: () => void;
}

export const ScriptForm = ({
  namespace: offered,
  script,
  wanted,
  line,
  onSaved,
  closeOverlay,
}: ScriptFormProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const isChoice = typeof offered !== 'string';
  const [namespace, setNamespace] = useState(isChoice ? '' : offered);
  const isPlaced = namespace !== '';
  const mayCreate = useAccess({ verb: 'create', model: ConfigMapModel, namespace });
  const isRefused = isChoice && isPlaced && mayCreate === 'denied';
  const [initial] = useState(() => (script === undefined ? newScriptValues(wanted) : valuesOfScript(script)));
  const [values, setValues] = useState(initial);
  const [seen, setSeen] = useState(script?.configMap);
  const [conflict, setConflict] = useState<ScriptConflict>();

  const watched = useWatchedList<ConfigMap>(
    script === undefined && isPlaced ? { model: ConfigMapModel, namespace } : undefined,
  );
  const takenNames = useMemo(() => {
    const list = loadedData(watched);
    return list === undefined ? undefined : new Set(list.map(({ metadata }) => metadata.name));
  }, [watched]);
  const blocked = scriptBlocked(values, { seen, takenNames });

  const isBlocked = blocked !== undefined || !isPlaced || isRefused;
  const hookPoint = values.hookPoint === initial.hookPoint ? undefined : values.hookPoint;

  const save = async (): Promise<void> => {
    try {
      const saved = await saveScript({
        values,
        namespace,
        seen,
        hookPoint,
      });
      onSaved?.(saved, values.key);
    } catch (error) {
      if (error instanceof ScriptConflict) {
        setConflict(error);
        setSeen(error.now);
      }
      throw error;
    }
  };

  const isNew = script === undefined;
  const toDo = !isPlaced
    ? t('Choose a namespace first.')
    : blocked !== undefined && isUnfinished(blocked)
      ? unfinishedText(t, blocked)
      : undefined;
  const { status: gate } = useGate();
  return (
    <FormModal
      title={isNew ? t('Create hook script') : t('Edit hook script {{name}}', { name: values.name })}
      description={
        isPlaced
          ? t('It is kept in a ConfigMap of namespace {{namespace}}.', { namespace })
          : t('It is kept in a ConfigMap.')
      }
      submitLabel={conflict !== undefined ? t('Save my text instead') : isNew ? t('Create') : t('Save')}
      variant="large"
      isBlocked={isBlocked}
      blocker={toDo}
      onSubmit={save}
      onClose={closeOverlay}
      hasInput={!isSameInput(values, initial)}
      explainError={(error) => (error instanceof ScriptConflict ? null : undefined)}
    >
      {conflict === undefined ? null : (
        <ChangedMeanwhileAlert
          what={t('hook script {{name}}', { name: values.name })}
          before={conflict.before}
          after={conflict.after}
          isAnother={conflict.isAnother}
          advice={t(
            'Saving now replaces their text with yours. First copy what you want to keep from theirs.',
          )}
        />
      )}
      {isNew ? null : <ScriptFormNotes script={script} blocked={blocked} />}
      {isChoice ? (
        <NamespaceField
          namespace={namespace}
          offered={offered}
          isRefused={isRefused}
          onChange={setNamespace}
        />
      ) : null}
      <ScriptFields
        value={values}
        takenNames={takenNames}
        isEdit={!isNew}
        isReadOnly={blocked === 'immutable' || blocked === 'binary'}
        line={line}
        runsIn={{ inDefaultImage: script?.inDefaultImage ?? true, kubevirtVersion: gate?.version }}
        onChange={setValues}
      />
      {isBlocked ? null : seen === undefined ? (
        <CreatePreview configMap={buildHookConfigMap({ ...values, namespace })} />
      ) : (
        <ScriptPatchPreview input={{ configMap: seen, key: values.key, text: values.text, hookPoint }} />
      )}
    </FormModal>
  );
};
