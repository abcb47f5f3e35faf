import type { ReactElement } from 'react';
import { useId } from 'react';
import { FormGroup, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import type { ScriptSource } from '../../../sidecars/checks/script/runScriptChecks';
import { SCRIPT_LANGUAGES, scriptTemplate } from '../../../sidecars/scripts/templates';
import { useSidecarTranslation } from '../../../i18n';
import { FieldHelp } from '../../../components/fields/FieldHelp';
import { CheckedScript } from '../../findings/script/CheckedScript';
import { withChoice, type ScriptValues } from '../../../sidecars/plans/script/scriptValues';

/** What is known about the environment in which the script runs. */
export type ScriptSurroundings = Pick<ScriptSource, 'inDefaultImage' | 'kubevirtVersion'>;

interface ScriptTextFieldProps {
  value: ScriptValues;
  onChange: (value: ScriptValues) => void;
  isEdit: boolean;
  isReadOnly: boolean;
  runsIn: ScriptSurroundings;
  line: number | undefined;
}

/** The script's text. A new one can start from an example in one of the languages of KubeVirt's image. */
export const ScriptTextField = ({
  value,
  onChange,
  isEdit,
  isReadOnly,
  runsIn,
  line,
}: ScriptTextFieldProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
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
      <CheckedScript
        source={{
          ...runsIn,
          configMap: value.name,
          key: value.key,
          text: value.text,
          hookPoint: value.hookPoint,
        }}
        label={t('Script')}
        height="16rem"
        line={line}
        onChange={
          isReadOnly
            ? undefined
            : (text) => {
                onChange({ ...value, text });
              }
        }
      />
      <FieldHelp
        id={`${id}-help`}
        warning={
          value.text.trim() === ''
            ? t(
                'The script is empty: its output takes the place of what it was given, and the VM does not start.',
              )
            : undefined
        }
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
