import type { ReactElement } from 'react';
import type { ButtonProps } from '@patternfly/react-core';
import { Button, Tooltip } from '@patternfly/react-core';

interface GuardedButtonProps extends Omit<ButtonProps, 'isDisabled' | 'isAriaDisabled'> {
  /** Why it cannot be pressed now; undefined when it can. Shown as a tooltip, also on keyboard focus. */
  reason: string | undefined;
  /** Called when the pointer or the focus comes to it, and it is likely to be pressed. */
  onIntent?: () => void;
}

/** A button that stays focusable while disabled and says why. */
export const GuardedButton = ({
  reason,
  onIntent,
  children,
  ...button
}: GuardedButtonProps): ReactElement => {
  const element = (
    <Button {...button} isAriaDisabled={reason !== undefined} onMouseEnter={onIntent} onFocus={onIntent}>
      {children}
    </Button>
  );
  return reason === undefined ? element : <Tooltip content={reason}>{element}</Tooltip>;
};
