import type { ReactElement } from 'react';
import { useId, useState } from 'react';
import { FormGroup, TextInput } from '@patternfly/react-core';
import { FieldHelp, hasError, type FieldNote } from './FieldHelp';

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** The error of the value; shown after typing or leaving the field. */
  problem?: string | undefined;
  hint?: string;
  isRequired?: boolean;
  notes?: readonly FieldNote[];
  isReadOnly?: boolean;
  placeholder?: string;
}

export const TextField = ({
  label,
  value,
  onChange,
  problem,
  hint,
  isRequired = false,
  notes = [],
  isReadOnly = false,
  placeholder,
}: TextFieldProps): ReactElement => {
  const id = useId();
  const [touched, setTouched] = useState(false);
  const shown = touched || value !== '' ? problem : undefined;
  return (
    <FormGroup label={label} fieldId={id} isRequired={isRequired}>
      <TextInput
        id={id}
        value={value}
        isRequired={isRequired}
        readOnlyVariant={isReadOnly ? ('default' as const) : undefined}
        placeholder={placeholder}
        validated={shown === undefined && !hasError(notes) ? 'default' : 'error'}
        aria-describedby={`${id}-help`}
        autoComplete="off"
        spellCheck={false}
        onBlur={() => {
          setTouched(true);
        }}
        onChange={(_event, next) => {
          onChange(next);
        }}
      />
      <FieldHelp id={`${id}-help`} problem={shown} hint={hint} notes={notes} />
    </FormGroup>
  );
};
