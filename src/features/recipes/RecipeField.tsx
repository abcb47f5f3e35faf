import type { ReactElement } from 'react';
import { useId } from 'react';
import { Checkbox, FormGroup, TextArea } from '@patternfly/react-core';
import { ChoiceField } from '../../components/fields/ChoiceField';
import { FieldHelp } from '../../components/fields/FieldHelp';
import { TextField } from '../../components/fields/TextField';
import { translateMarked, useSidecarTranslation } from '../../i18n';
import type { AttachTarget } from '../../sidecars/objects/attachTarget';
import { parameterProblem, type Parameter, type ParameterValue } from '../../sidecars/recipes/parameter';
import { DeviceField } from './DeviceField';
import { NumberField } from './NumberField';
import { parameterProblemText } from './recipeText';

interface RecipeFieldProps {
  parameter: Parameter;
  value: ParameterValue;
  /** Where devices are looked for. */
  namespace: string;
  attachTo: AttachTarget | undefined;
  onChange: (value: ParameterValue) => void;
}

/** One value of a recipe. */
export const RecipeField = ({
  parameter,
  value,
  namespace,
  attachTo,
  onChange,
}: RecipeFieldProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const label = translateMarked(t, parameter.label);
  const found = parameterProblem(parameter, value);
  const problem = found && parameterProblemText(t, found);
  const hint = parameter.help === undefined ? undefined : translateMarked(t, parameter.help);
  const isRequired = 'isRequired' in parameter && parameter.isRequired;
  const help = { problem, ...(hint === undefined ? {} : { hint }) };
  switch (parameter.kind) {
    case 'text':
      return parameter.isMultiline === true ? (
        <FormGroup label={label} fieldId={id} isRequired={isRequired}>
          <TextArea
            id={id}
            value={String(value)}
            autoResize
            resizeOrientation="vertical"
            spellCheck={false}
            validated={problem === undefined ? 'default' : 'error'}
            aria-describedby={`${id}-help`}
            onChange={(_event, next) => {
              onChange(next);
            }}
          />
          <FieldHelp id={`${id}-help`} {...help} />
        </FormGroup>
      ) : (
        <TextField
          label={label}
          value={String(value)}
          isRequired={isRequired}
          {...help}
          onChange={onChange}
        />
      );
    case 'number':
      return (
        <NumberField
          label={parameter.unit === undefined ? label : `${label} (${parameter.unit})`}
          value={Number(value)}
          {...help}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <ChoiceField
          label={label}
          value={String(value)}
          {...help}
          options={parameter.options.map((option) => ({
            value: option.value,
            label: translateMarked(t, option.label),
          }))}
          onChange={onChange}
        />
      );
    case 'flag':
      return (
        <FormGroup fieldId={id}>
          <Checkbox
            id={id}
            label={label}
            isChecked={value === true}
            onChange={(_event, checked) => {
              onChange(checked);
            }}
          />
        </FormGroup>
      );
    case 'device':
      return (
        <DeviceField
          label={label}
          value={String(value)}
          of={parameter.of}
          isRequired={isRequired}
          namespace={namespace}
          attachTo={attachTo}
          {...help}
          onChange={onChange}
        />
      );
  }
};
