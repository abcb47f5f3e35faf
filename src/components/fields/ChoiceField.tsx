import type { ReactElement } from 'react';
import { useId } from 'react';
import { FormGroup, FormSelect, FormSelectOption } from '@patternfly/react-core';
import { visibleWord } from '../../sidecars/text/visibleText';
import { FieldHelp, hasError, type FieldNote } from './FieldHelp';

interface ChoiceFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
  problem?: string | undefined;
  hint?: string | undefined;
  isRequired?: boolean;
  notes?: readonly FieldNote[];
}

/** A choice of a few values. An unknown current value is offered too, so that it is not lost. */
export const ChoiceField = ({
  label,
  value,
  onChange,
  options,
  problem,
  hint,
  isRequired = false,
  notes = [],
}: ChoiceFieldProps): ReactElement => {
  const id = useId();
  const isKnown = options.some((option) => option.value === value);
  return (
    <FormGroup label={label} fieldId={id} isRequired={isRequired}>
      <FormSelect
        id={id}
        value={value}
        validated={problem === undefined && !hasError(notes) ? 'default' : 'error'}
        aria-describedby={`${id}-help`}
        onChange={(_event, next) => {
          onChange(next);
        }}
      >
        {options.map((option) => (
          <FormSelectOption key={option.value} value={option.value} label={option.label} />
        ))}
        {isKnown ? null : <FormSelectOption value={value} label={visibleWord(value)} />}
      </FormSelect>
      <FieldHelp id={`${id}-help`} problem={problem} hint={hint} notes={notes} />
    </FormGroup>
  );
};
