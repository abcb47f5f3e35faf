import { useMemo, type ReactElement, type ReactNode } from 'react';
import { Form, PageSection } from '@patternfly/react-core';
import { FailureAlert } from '../../components/FailureAlert';
import { HookPointField } from '../../components/fields/HookPointField';
import { lazyPart } from '../../components/lazyPart/lazyPart';
import { accessReason } from '../../features/access/accessReason';
import { useCheckedScript } from '../../features/findings/script/useCheckedScript';
import { RecipePart } from '../../features/recipes/RecipePart';
import { ScriptConflict } from '../../features/script/saveScript';
import { ScriptPatchPreview } from '../../features/script/ScriptPatchPreview';
import { useSidecarTranslation } from '../../i18n';
import { ConfigMapModel } from '../../k8s/models';
import { useAccess } from '../../k8s/useAccess';
import { targetVmName, type AttachTarget } from '../../sidecars/objects/attachTarget';
import type { ConfigMap } from '../../sidecars/objects/resources';
import { isUnfinished } from '../../sidecars/plans/script/scriptBlocked';
import { withChoice } from '../../sidecars/plans/script/scriptValues';
import { problemsOf } from '../../sidecars/recipes/parameter';
import { RECIPES } from '../../sidecars/recipes/recipes';
import { recipeOf } from '../../sidecars/recipes/script/recipeOf';
import { buildHookConfigMap } from '../../sidecars/scripts/configMapBuilder';
import { unfinishedText } from './unfinishedText';
import { useAttachScript } from './attach/useAttachScript';
import type { WorkbenchEdit } from './edit/workbenchEdit';
import { useLeaveQuestion } from './edit/useLeaveQuestion';
import { LeaveModal } from './LeaveModal';
import { NewScriptFields } from './NewScriptFields';
import { SidePanel } from './panel/SidePanel';
import { ScriptEditor } from './ScriptEditor';
import { ScriptNotes } from './ScriptNotes';
import { useSaving } from './useSaving';
import { WorkbenchActions } from './WorkbenchActions';
import { WorkbenchHead } from './WorkbenchHead';
import './Workbench.css';

// Loaded separately, because it brings the YAML package.
const { Part: CreatePreview } = lazyPart(
  'inline',
  async () => (await import('./CreatePreview')).CreatePreview,
);

interface WorkbenchProps {
  edit: WorkbenchEdit;
  /** Where the script runs. */
  runsIn: { inDefaultImage: boolean; kubevirtVersion: string | undefined };
  /** The line of the editor's cursor, from 1. */
  line: number | undefined;
  attachTo: AttachTarget | undefined;
  /** Shown while nothing is unsaved. */
  notice?: ReactNode;
  onSaved: (configMap: ConfigMap) => void;
}

/** Writes a hook script: the text with what the checks find in it, and what helps beside it. */
export const Workbench = ({
  edit,
  runsIn,
  line,
  attachTo,
  notice,
  onSaved,
}: WorkbenchProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { namespace, values, seen, blocked, isUnsaved, expectedResults } = edit;
  const isNew = seen === undefined;
  const isReadOnly = blocked === 'immutable' || blocked === 'binary';
  const access = useAccess({ verb: isNew ? 'create' : 'patch', model: ConfigMapModel, namespace });
  const refusal = accessReason(
    t,
    access,
    isNew
      ? t('You may not create ConfigMaps in this namespace.')
      : t('You may not change ConfigMaps in this namespace.'),
  );
  const { isPending, error, save } = useSaving();
  const question = useLeaveQuestion(isUnsaved);
  const { name, key, text, hookPoint } = values;
  const origin = useMemo(() => recipeOf(text, RECIPES), [text]);
  const checked = useCheckedScript(
    { ...runsIn, configMap: name, key, text, hookPoint },
    isReadOnly
      ? undefined
      : (next) => {
          edit.change({ ...values, text: next });
        },
  );
  const reason =
    refusal ??
    (isReadOnly
      ? t('This script cannot be changed.')
      : blocked !== undefined && isUnfinished(blocked)
        ? unfinishedText(t, blocked)
        : origin?.kind === 'recipe' && problemsOf(origin.recipe.parameters, origin.values).size > 0
          ? t('Correct the values of the recipe first.')
          : undefined);
  const { saveAndAttach } = useAttachScript(namespace, attachTo);
  const saveNow = async (): Promise<void> => {
    onSaved(await edit.save());
  };
  const attachNow = async (): Promise<void> => {
    await saveAndAttach(async () => {
      if (isNew || isUnsaved) {
        const saved = await edit.save();
        if (attachTo === undefined) {
          onSaved(saved);
        }
      }
      return { configMap: name, key, hookPoint };
    });
  };
  return (
    <>
      <WorkbenchHead
        namespace={namespace}
        name={isNew ? undefined : name}
        attachTo={attachTo}
        {...(isNew ? {} : { scriptKey: key })}
        actions={
          <WorkbenchActions
            edit={edit}
            reason={reason}
            isPending={isPending}
            onSave={() => void save(saveNow)}
            onAttach={() => void save(attachNow)}
          />
        }
      />
      <PageSection hasBodyWrapper={false} className="ksp-workbench">
        <div className="ksp-workbench__columns">
          <Form
            onSubmit={(event) => {
              event.preventDefault();
            }}
          >
            {error === undefined || error instanceof ScriptConflict ? null : (
              <FailureAlert error={error} title={t('It could not be saved')} />
            )}
            {isUnsaved ? null : notice}
            <ScriptNotes edit={edit} />
            {isNew ? (
              <NewScriptFields values={values} takenNames={edit.takenNames} onChange={edit.change} />
            ) : null}
            <RecipePart
              origin={origin}
              namespace={namespace}
              attachTo={attachTo}
              kubevirtVersion={runsIn.kubevirtVersion}
              onChange={
                isReadOnly
                  ? undefined
                  : (changed) => {
                      edit.change({ ...values, text: changed });
                    }
              }
            />
            {origin?.kind === 'recipe' ? null : (
              <HookPointField
                value={hookPoint}
                onChange={(chosen) => {
                  edit.change(
                    isNew ? withChoice(values, { hookPoint: chosen }) : { ...values, hookPoint: chosen },
                  );
                }}
              />
            )}
            <ScriptEditor
              values={values}
              checked={checked}
              isNew={isNew && origin === undefined}
              line={line}
              onChange={isReadOnly ? undefined : edit.change}
            />
            {reason !== undefined ? null : isNew ? (
              <CreatePreview configMap={buildHookConfigMap({ ...values, namespace, expectedResults })} />
            ) : (
              <ScriptPatchPreview
                input={{ configMap: seen, key, text, hookPoint: edit.hookPoint, expectedResults }}
              />
            )}
          </Form>
          <div>
            <SidePanel
              edit={edit}
              checked={checked}
              vmName={targetVmName(attachTo)}
              kubevirtVersion={runsIn.kubevirtVersion}
              reason={refusal}
            />
          </div>
        </div>
      </PageSection>
      {question.isAsked ? (
        <LeaveModal
          onStay={question.stay}
          onDiscard={() => {
            edit.revert();
            question.leave();
          }}
        />
      ) : null}
    </>
  );
};
