import type { ReactElement } from 'react';
import { useId } from 'react';
import { FormGroup, Radio } from '@patternfly/react-core';
import { FieldHelp, type FieldNote } from './FieldHelp';

interface RadioChoice<Value extends string> {
  value: Value;
  label: string;
  /** The purpose of the choice, or why it is disabled. */
  description?: string | undefined;
  isDisabled?: boolean;
}

interface RadioFieldProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  choices: readonly RadioChoice<Value>[];
  isRequired?: boolean;
  notes?: readonly FieldNote[];
}

/** A choice of very few values, all visible at once. */
export const RadioField = <Value extends string>({
  label,
  value,
  onChange,
  choices,
  isRequired = false,
  notes = [],
}: RadioFieldProps<Value>): ReactElement => {
  const id = useId();
  // Choices without descriptions fit on one line.
  const isStack = choices.some(({ description }) => description !== undefined);
  return (
    <FormGroup
      label={label}
      role="radiogroup"
      fieldId={id}
      isStack={isStack}
      isInline={!isStack}
      isRequired={isRequired}
    >
      {choices.map((choice) => (
        <Radio
          key={choice.value}
          id={`${id}-${choice.value}`}
          name={id}
          label={choice.label}
          description={choice.description}
          isDisabled={choice.isDisabled ?? false}
          isChecked={value === choice.value}
          onChange={() => {
            onChange(choice.value);
          }}
        />
      ))}
      {notes.length === 0 ? null : <FieldHelp id={`${id}-help`} notes={notes} />}
    </FormGroup>
  );
};
