import type { ReactElement } from 'react';
import { useId } from 'react';
import { FormGroup, Radio } from '@patternfly/react-core';
import { FieldHelp, type FieldNote } from './FieldHelp';

interface RadioChoice<Value extends string> {
  value: Value;
  label: string;
  /** What it is for, or why it cannot be chosen. */
  description?: string | undefined;
  isDisabled?: boolean;
}

interface RadioFieldProps<Value extends string> {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  choices: readonly RadioChoice<Value>[];
  isRequired?: boolean;
  /** What checks say of the choice. */
  notes?: readonly FieldNote[];
}

/** One of very few values, which are all seen at once. */
export const RadioField = <Value extends string>({
  label,
  value,
  onChange,
  choices,
  isRequired = false,
  notes = [],
}: RadioFieldProps<Value>): ReactElement => {
  const id = useId();
  // Those that say no more than their name need no line each.
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
          {...(choice.description === undefined ? {} : { description: choice.description })}
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
