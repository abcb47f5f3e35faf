import type { ReactElement } from 'react';
import { FormHelperText, HelperText, HelperTextItem } from '@patternfly/react-core';

interface FieldHelpProps {
  /** For `aria-describedby` of the field. */
  id: string;
  problem?: string | undefined;
  warning?: string | undefined;
  hint?: string | undefined;
}

/** What is said below a field: what is wrong with its value, else what may be, else what it is for. */
export const FieldHelp = ({ id, problem, warning, hint }: FieldHelpProps): ReactElement => {
  const text = problem ?? warning ?? hint;
  const variant = problem !== undefined ? 'error' : warning !== undefined ? 'warning' : 'default';
  return (
    <FormHelperText>
      <HelperText id={id} isLiveRegion>
        {text === undefined ? null : <HelperTextItem variant={variant}>{text}</HelperTextItem>}
      </HelperText>
    </FormHelperText>
  );
};
