import type { ReactElement, ReactNode } from 'react';
import { FormHelperText, HelperText, HelperTextItem, type HelperTextItemProps } from '@patternfly/react-core';

/** A check's message about a field's value. */
export interface FieldNote {
  /** Unique within the field. */
  id: string;
  severity: 'error' | 'warning' | 'advice';
  text: ReactNode;
  dataTest: string;
}

interface FieldHelpProps {
  /** For `aria-describedby` of the field. */
  id: string;
  problem?: string | undefined;
  warning?: string | undefined;
  hint?: string | undefined;
  notes?: readonly FieldNote[] | undefined;
}

const VARIANTS: Record<FieldNote['severity'], HelperTextItemProps['variant']> = {
  error: 'error',
  warning: 'warning',
  advice: 'indeterminate',
};

export const hasError = (notes: readonly FieldNote[]): boolean =>
  notes.some(({ severity }) => severity === 'error');

/** The text below a field: the error of its value, else its warning, else the hint. */
export const FieldHelp = ({ id, problem, warning, hint, notes = [] }: FieldHelpProps): ReactElement => {
  const text = problem ?? warning ?? (notes.length === 0 ? hint : undefined);
  const variant = problem !== undefined ? 'error' : warning !== undefined ? 'warning' : 'default';
  return (
    <FormHelperText>
      <HelperText id={id} isLiveRegion>
        {text === undefined ? null : <HelperTextItem variant={variant}>{text}</HelperTextItem>}
        {problem === undefined
          ? notes.map((note) => (
              <HelperTextItem key={note.id} variant={VARIANTS[note.severity]} data-test={note.dataTest}>
                {note.text}
              </HelperTextItem>
            ))
          : null}
      </HelperText>
    </FormHelperText>
  );
};
