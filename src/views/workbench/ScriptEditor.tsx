import type { ReactElement } from 'react';
import { useId } from 'react';
import { FormGroup, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { CodeView } from '../../components/codeEditor/CodeView';
import { FieldHelp } from '../../components/fields/FieldHelp';
import type { CheckedScript } from '../../features/findings/script/useCheckedScript';
import { useSidecarTranslation } from '../../i18n';
import { withChoice, type ScriptValues } from '../../sidecars/plans/script/scriptValues';
import { languageOfScript } from '../../sidecars/scripts/scriptLanguage';
import { SCRIPT_LANGUAGES, scriptTemplate } from '../../sidecars/scripts/templates';

interface ScriptEditorProps {
  values: ScriptValues;
  checked: Pick<CheckedScript, 'editor' | 'marks'>;
  /** Whether it can start from an example. */
  isNew: boolean;
  line: number | undefined;
  /** Undefined where the script can only be read. */
  onChange: ((values: ScriptValues) => void) | undefined;
}

/** The script's text. A new one can start from an example in one of the languages of KubeVirt's image. */
export const ScriptEditor = ({ values, checked, isNew, line, onChange }: ScriptEditorProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const { text } = values;
  const isExample = isNew && text === scriptTemplate(values.language, values.hookPoint).text;
  return (
    <FormGroup label={t('Script')} role="group" fieldId={id} isRequired>
      {isNew ? (
        <ToggleGroup isCompact aria-label={t('Language of the example')} className="pf-v6-u-mb-sm">
          {SCRIPT_LANGUAGES.map((language) => (
            <ToggleGroupItem
              key={language}
              text={language}
              buttonId={`${id}-${language}`}
              isSelected={values.language === language}
              onChange={() => {
                onChange?.(withChoice(values, { language }));
              }}
            />
          ))}
        </ToggleGroup>
      ) : null}
      <CodeView
        ref={checked.editor}
        text={text}
        language={languageOfScript(text)}
        label={t('Script')}
        marks={checked.marks}
        line={line}
        isReadOnly={onChange === undefined}
        height="clamp(20rem, 62vh, 60rem)"
        onChange={
          onChange &&
          ((changed) => {
            onChange({ ...values, text: changed });
          })
        }
      />
      <FieldHelp
        id={`${id}-help`}
        warning={
          text.trim() === ''
            ? t(
                'The script is empty: its output takes the place of what it was given, and the VM does not start.',
              )
            : undefined
        }
        hint={
          isExample
            ? t(
                'A working example to start from. Standard output is the result; write messages to standard error.',
              )
            : t('Standard output is the result; write messages to standard error.')
        }
      />
    </FormGroup>
  );
};
