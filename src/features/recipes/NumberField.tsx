import type { ReactElement } from 'react';
import { useState } from 'react';
import { TextField } from '../../components/fields/TextField';

interface NumberFieldProps {
  label: string;
  value: number;
  problem: string | undefined;
  hint?: string;
  onChange: (value: number) => void;
}

/** What is no number becomes one that no parameter allows, so that the form says so. */
const read = (text: string): number =>
  text.trim() === '' ? 0 : /^\d{1,15}$/.test(text.trim()) ? Number(text) : -1;

/** A whole number. Shows what was typed as long as it stands for the value. */
export const NumberField = ({ value, onChange, ...field }: NumberFieldProps): ReactElement => {
  const [typed, setTyped] = useState<string>();
  return (
    <TextField
      {...field}
      value={typed !== undefined && read(typed) === value ? typed : String(value)}
      onChange={(text) => {
        setTyped(text);
        onChange(read(text));
      }}
    />
  );
};
