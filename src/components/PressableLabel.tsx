import type { ReactElement } from 'react';
import { useRef, useState } from 'react';
import { Label, Popover, type LabelProps, type PopoverProps } from '@patternfly/react-core';
import { useSidecarTranslation } from '../i18n';

interface PressableLabelProps extends Omit<LabelProps, 'render' | 'onClick' | 'isClickable' | 'isCompact'> {
  /** What pressing it tells. */
  popover: Pick<PopoverProps, 'aria-label' | 'headerContent' | 'bodyContent' | 'footerContent'>;
}

/**
 * A label that tells more when it is pressed. Tables have hundreds of them, and a popover that nobody sees costs more to
 * mount than its label: it is mounted when it is first opened.
 */
export const PressableLabel = ({ popover, ...label }: PressableLabelProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [isOpen, setOpen] = useState<boolean>();
  const button = useRef<HTMLButtonElement>(null);
  const open = (): void => {
    setOpen(true);
  };
  return (
    <Label
      {...label}
      isCompact
      isClickable
      render={({ className, content }) => (
        <>
          {/* Once the popover is there, it listens to the button itself. */}
          <button
            ref={button}
            type="button"
            className={className}
            {...(isOpen === undefined ? { onClick: open } : {})}
          >
            {content}
          </button>
          {isOpen === undefined ? null : (
            <Popover
              {...popover}
              triggerRef={button}
              isVisible={isOpen}
              shouldOpen={open}
              shouldClose={() => {
                setOpen(false);
              }}
              closeBtnAriaLabel={t('Close')}
              headerComponent="h2"
              maxWidth="30rem"
            />
          )}
        </>
      )}
    />
  );
};
