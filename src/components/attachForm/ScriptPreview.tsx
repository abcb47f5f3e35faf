import type { ReactElement } from 'react';
import { useId } from 'react';
import { FormGroup } from '@patternfly/react-core';
import type { ConfigMap } from '../../sidecars/resources';
import { useSidecarTranslation } from '../../i18n';
import { CodeView } from '../CodeView';
import { FieldHelp } from '../fields/FieldHelp';
import { scriptProblem } from '../scriptForm/scriptProblem';
import { scriptProblemText } from '../scriptForm/scriptProblemText';
import { languageOfScript } from '../scriptLanguage';

interface ScriptPreviewProps {
  configMap: ConfigMap;
  scriptKey: string;
}

/** The chosen script, to look at, with what keeps it from being started. */
export const ScriptPreview = ({ configMap, scriptKey }: ScriptPreviewProps): ReactElement | null => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const text = configMap.data?.[scriptKey];
  if (text === undefined) {
    return null;
  }
  const problem = scriptProblem(text);
  return (
    <FormGroup label={t('Script to attach')} role="group" fieldId={id}>
      <CodeView
        text={text}
        language={languageOfScript(text)}
        isReadOnly
        height="12rem"
        label={t('Script {{key}} of ConfigMap {{name}}', { key: scriptKey, name: configMap.metadata.name })}
      />
      <FieldHelp
        id={`${id}-help`}
        warning={problem === undefined ? undefined : scriptProblemText(t, problem)}
      />
    </FormGroup>
  );
};
