import type { ReactElement } from 'react';
import { useId } from 'react';
import { Button, Modal, ModalBody, ModalFooter, ModalHeader, Stack, StackItem } from '@patternfly/react-core';
import { CodeView } from '../../../components/codeEditor/CodeView';
import { CopyBlock } from '../../../components/CopyBlock';
import { languageOfScript } from '../../../sidecars/scripts/scriptLanguage';
import type { HookScript } from '../../../sidecars/scripts/hookScripts';
import { useSidecarTranslation } from '../../../i18n';
import { ScriptUsers } from './ScriptUsers';

interface ViewScriptModalProps {
  script: HookScript;
  closeOverlay: () => void;
}

/** A read-only hook script. Binary data is shown as it is stored, in base64. */
export const ViewScriptModal = ({ script, closeOverlay }: ViewScriptModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const { configMap, key, hookPoints, users } = script;
  const text = configMap.data?.[key];
  const label = t('Script {{entry}} of ConfigMap {{name}}', { entry: key, name: configMap.metadata.name });
  return (
    <Modal isOpen variant="large" onClose={closeOverlay} aria-labelledby={`${id}-title`}>
      <ModalHeader
        title={t('Hook script {{name}}', { name: configMap.metadata.name })}
        description={[key, ...hookPoints].join(', ')}
        labelId={`${id}-title`}
      />
      <ModalBody>
        <Stack hasGutter>
          <StackItem>
            {text === undefined ? (
              <CopyBlock
                text={configMap.binaryData?.[key] ?? ''}
                label={t('Base64 of {{entry}}', { entry: key })}
              />
            ) : (
              <CodeView
                text={text}
                language={languageOfScript(text)}
                isReadOnly
                height="24rem"
                label={label}
              />
            )}
          </StackItem>
          <StackItem>
            <span className="pf-v6-u-mr-sm">{t('Used by')}</span>
            <ScriptUsers users={users} onLeave={closeOverlay} />
          </StackItem>
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button onClick={closeOverlay}>{t('Close')}</Button>
      </ModalFooter>
    </Modal>
  );
};
