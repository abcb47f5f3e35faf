import type { ReactElement } from 'react';
import { useRef } from 'react';
import type { ButtonProps } from '@patternfly/react-core';
import { Button, Tooltip } from '@patternfly/react-core';

interface GuardedButtonProps extends Omit<ButtonProps, 'isDisabled' | 'isAriaDisabled' | 'ref'> {
  /** Why it cannot be pressed now; undefined when it can. Shown as a tooltip, also on keyboard focus. */
  reason: string | undefined;
  /** Called when the pointer or the focus comes to it, and it is likely to be pressed. */
  onIntent?: () => void;
}

/** A button that stays focusable while disabled and says why. It keeps the focus when the reason comes or goes. */
export const GuardedButton = ({
  reason,
  onIntent,
  children,
  ...button
}: GuardedButtonProps): ReactElement => {
  const ref = useRef<HTMLButtonElement>(null);
  return (
    <>
      {/* Beside the tooltip, not inside: the button stays the same one when the tooltip comes. */}
      <Button
        {...button}
        ref={ref}
        isAriaDisabled={reason !== undefined}
        onMouseEnter={onIntent}
        onFocus={onIntent}
      >
        {children}
      </Button>
      {reason === undefined ? null : <Tooltip content={reason} triggerRef={ref} />}
    </>
  );
};
