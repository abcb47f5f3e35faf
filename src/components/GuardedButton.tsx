import type { ReactElement } from 'react';
import { useRef } from 'react';
import type { ButtonProps } from '@patternfly/react-core';
import { Button, Tooltip } from '@patternfly/react-core';

interface GuardedButtonProps extends Omit<ButtonProps, 'isDisabled' | 'isAriaDisabled' | 'ref'> {
  /** Why the button is disabled; undefined if it is enabled. Shown as a tooltip, also on keyboard focus. */
  reason: string | undefined;
  /** Called on pointer or keyboard focus, for example to prefetch code. */
  onIntent?: () => void;
}

/** A button that stays focusable while it is disabled and says why. Keeps the focus when the reason changes. */
export const GuardedButton = ({
  reason,
  onIntent,
  children,
  ...button
}: GuardedButtonProps): ReactElement => {
  const ref = useRef<HTMLButtonElement>(null);
  return (
    <>
      {/* Beside the tooltip, not inside, so that the button is not remounted when the tooltip appears. */}
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
