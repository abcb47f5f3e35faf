import type { ReactElement } from 'react';
import { Grid } from '@patternfly/react-core';
import type { Finding } from '../../../sidecars/checks/check';
import { useSidecarTranslation } from '../../../i18n';
import { fieldNotes } from '../../findings/fieldNotes';
import { HookPointField } from '../../../components/fields/HookPointField';
import { TextField } from '../../../components/fields/TextField';
import { keyProblemText, labelProblemText } from '../../../components/nameProblemText';
import { ScriptTextField, type ScriptSurroundings } from './ScriptTextField';
import { withChoice, type ScriptValues } from '../../../sidecars/plans/script/scriptValues';

interface ScriptFieldsProps {
  value: ScriptValues;
  onChange: (value: ScriptValues) => void;
  /** The names of the namespace's ConfigMaps; undefined if they are not known yet. */
  takenNames: ReadonlySet<string> | undefined;
  /** Name and key of an existing script cannot be changed. */
  isEdit?: boolean;
  isReadOnly?: boolean;
  runsIn: ScriptSurroundings;
  /** The line of the editor's cursor, from 1. */
  line?: number | undefined;
  /** Findings about the use of the script by a VM. */
  findings?: { name: readonly Finding[]; hookPoint: readonly Finding[] };
}

/** A hook script: name, key, hook point and text. */
export const ScriptFields = ({
  value,
  onChange,
  takenNames,
  isEdit = false,
  isReadOnly = false,
  runsIn,
  line,
  findings = { name: [], hookPoint: [] },
}: ScriptFieldsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const nameProblem =
    labelProblemText(t, value.name) ??
    (takenNames?.has(value.name) === true
      ? t('There is a ConfigMap of this name already. Choose it, or use another name.')
      : undefined);
  return (
    <>
      <Grid hasGutter md={6}>
        <TextField
          label={t('Name')}
          value={value.name}
          isRequired
          isReadOnly={isEdit}
          problem={isEdit ? undefined : nameProblem}
          notes={fieldNotes(t, findings.name)}
          hint={t('The name of the ConfigMap that keeps the script.')}
          onChange={(name) => {
            onChange({ ...value, name });
          }}
        />
        <TextField
          label={t('Key')}
          value={value.key}
          isRequired
          isReadOnly={isEdit}
          problem={isEdit ? undefined : keyProblemText(t, value.key)}
          hint={t('The key of the script in the ConfigMap.')}
          onChange={(key) => {
            onChange({ ...value, key });
          }}
        />
      </Grid>
      <HookPointField
        value={value.hookPoint}
        notes={fieldNotes(t, findings.hookPoint)}
        onChange={(hookPoint) => {
          onChange(isEdit ? { ...value, hookPoint } : withChoice(value, { hookPoint }));
        }}
      />
      <ScriptTextField
        value={value}
        onChange={onChange}
        isEdit={isEdit}
        isReadOnly={isReadOnly}
        runsIn={runsIn}
        line={line}
      />
    </>
  );
};
