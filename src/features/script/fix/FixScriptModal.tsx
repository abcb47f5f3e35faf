import type { ReactElement } from 'react';
import { useState } from 'react';
import { Stack, StackItem } from '@patternfly/react-core';
import type { Finding } from '../../../sidecars/checks/check';
import type { ConfigMap } from '../../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../../i18n';
import { ChangedMeanwhileAlert } from '../../../components/ChangedMeanwhileAlert';
import { findingText } from '../../findings/findingText';
import { FormModal } from '../../../components/FormModal';
import { ScriptPatchPreview } from '../ScriptPatchPreview';
import { saveScript, ScriptConflict } from '../saveScript';
import { TextDiff } from '../../../components/textDiff/TextDiff';

interface FixScriptModalProps {
  configMap: ConfigMap;
  scriptKey: string;
  finding: Finding;
  /** The whole script after the fix. */
  text: string;
  closeOverlay: () => void;
}

/** Shows a fix of a script, and writes it unless somebody else has changed the script. */
export const FixScriptModal = ({
  configMap,
  scriptKey: key,
  finding,
  text,
  closeOverlay,
}: FixScriptModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [conflict, setConflict] = useState<ScriptConflict>();
  const { name, namespace = '' } = configMap.metadata;
  const { what, cure } = findingText(t, finding);
  const save = async (): Promise<void> => {
    try {
      await saveScript({
        values: { name, key, text, hookPoint: 'onDefineDomain', language: 'sh' },
        namespace,
        seen: configMap,
        hookPoint: undefined,
      });
    } catch (error) {
      if (error instanceof ScriptConflict) {
        setConflict(error);
      }
      throw error;
    }
  };
  return (
    <FormModal
      title={t('Fix it?')}
      submitLabel={t('Save')}
      // The fix was made for the old text, so the user must request it again.
      isBlocked={conflict !== undefined}
      onSubmit={save}
      onClose={closeOverlay}
      explainError={(error) => (error instanceof ScriptConflict ? null : undefined)}
    >
      <Stack hasGutter>
        {conflict === undefined ? null : (
          <StackItem>
            <ChangedMeanwhileAlert
              what={t('hook script {{name}}', { name })}
              before={conflict.before}
              after={conflict.after}
              isAnother={conflict.isAnother}
              advice={t('Close this dialog and check whether the script still needs the fix.')}
            />
          </StackItem>
        )}
        <StackItem>{what}</StackItem>
        <StackItem>{cure}</StackItem>
        <StackItem>
          {t(
            'The script is kept in ConfigMap {{name}}. All VMs that use it get the change when they start.',
            {
              name,
            },
          )}
        </StackItem>
        <StackItem>
          <TextDiff
            before={configMap.data?.[key] ?? ''}
            after={text}
            label={t('The script before and after')}
          />
        </StackItem>
        {conflict === undefined ? (
          <StackItem>
            <ScriptPatchPreview input={{ configMap, key, text, hookPoint: undefined }} />
          </StackItem>
        ) : null}
      </Stack>
    </FormModal>
  );
};
