import type { ReactElement } from 'react';
import type { ButtonProps } from '@patternfly/react-core';
import { Button, Tooltip } from '@patternfly/react-core';

interface GuardedButtonProps extends Omit<ButtonProps, 'isDisabled' | 'isAriaDisabled'> {
  /** Why it cannot be pressed now; undefined when it can. Shown as a tooltip, also on keyboard focus. */
  reason: string | undefined;
}

/** A button that stays focusable while disabled and says why. */
export const GuardedButton = ({ reason, children, ...button }: GuardedButtonProps): ReactElement => {
  const element = (
    <Button {...button} isAriaDisabled={reason !== undefined}>
      {children}
    </Button>
  );
  return reason === undefined ? element : <Tooltip content={reason}>{element}</Tooltip>;
};
