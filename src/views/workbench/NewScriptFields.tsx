import type { ReactElement } from 'react';
import { Grid } from '@patternfly/react-core';
import { TextField } from '../../components/fields/TextField';
import { keyProblemText, labelProblemText } from '../../components/nameProblemText';
import { useSidecarTranslation } from '../../i18n';
import type { ScriptValues } from '../../sidecars/plans/script/scriptValues';

interface NewScriptFieldsProps {
  values: ScriptValues;
  /** Undefined if they are not known yet. */
  takenNames: ReadonlySet<string> | undefined;
  onChange: (values: ScriptValues) => void;
}

/** Name and key of a new script. Those of an existing one cannot be changed. */
export const NewScriptFields = ({ values, takenNames, onChange }: NewScriptFieldsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <Grid hasGutter md={6}>
      <TextField
        label={t('Name')}
        value={values.name}
        isRequired
        problem={
          labelProblemText(t, values.name) ??
          (takenNames?.has(values.name) === true
            ? t('A ConfigMap of this name exists already. Use another name.')
            : undefined)
        }
        hint={t('The name of the ConfigMap that keeps the script.')}
        onChange={(name) => {
          onChange({ ...values, name });
        }}
      />
      <TextField
        label={t('Key')}
        value={values.key}
        isRequired
        problem={keyProblemText(t, values.key)}
        hint={t('The key of the script in the ConfigMap.')}
        onChange={(key) => {
          onChange({ ...values, key });
        }}
      />
    </Grid>
  );
};
