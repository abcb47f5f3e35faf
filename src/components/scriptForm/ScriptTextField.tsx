import type { ReactElement } from 'react';
import { useId } from 'react';
import { FormGroup, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { SCRIPT_LANGUAGES, scriptTemplate } from '../../sidecars/scripts/templates';
import { useSidecarTranslation } from '../../i18n';
import { CodeView } from '../CodeView';
import { FieldHelp } from '../fields/FieldHelp';
import { languageOfScript } from '../scriptLanguage';
import { scriptProblem } from './scriptProblem';
import { scriptProblemText } from './scriptProblemText';
import { withChoice, type ScriptValues } from './scriptValues';

interface ScriptTextFieldProps {
  value: ScriptValues;
  onChange: (value: ScriptValues) => void;
  isEdit: boolean;
  isReadOnly: boolean;
}

/** The script's text; a new one can start from an example in one of the languages that KubeVirt's image has. */
export const ScriptTextField = ({
  value,
  onChange,
  isEdit,
  isReadOnly,
}: ScriptTextFieldProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const problem = scriptProblem(value.text);
  const isExample = value.text === scriptTemplate(value.language, value.hookPoint).text;
  return (
    <FormGroup label={t('Script')} role="group" fieldId={id} isRequired>
      {isEdit ? null : (
        <ToggleGroup isCompact aria-label={t('Language of the example')} className="pf-v6-u-mb-sm">
          {SCRIPT_LANGUAGES.map((language) => (
            <ToggleGroupItem
              key={language}
              text={language}
              buttonId={`${id}-${language}`}
              isSelected={value.language === language}
              onChange={() => {
                onChange(withChoice(value, { language }));
              }}
            />
          ))}
        </ToggleGroup>
      )}
      <CodeView
        text={value.text}
        language={languageOfScript(value.text)}
        label={t('Script')}
        isReadOnly={isReadOnly}
        onChange={(text) => {
          onChange({ ...value, text });
        }}
      />
      <FieldHelp
        id={`${id}-help`}
        warning={problem === undefined ? undefined : scriptProblemText(t, problem)}
        hint={
          isExample && !isEdit
            ? t(
                'A working example to start from. Standard output is the result; write messages to standard error.',
              )
            : t('Standard output is the result; write messages to standard error.')
        }
      />
    </FormGroup>
  );
};
