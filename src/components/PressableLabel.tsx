import type { ReactElement, ReactNode } from 'react';
import { useEffect, useReducer, useRef, useState } from 'react';
import { Label, Popover, type LabelProps, type PopoverProps } from '@patternfly/react-core';
import { useSidecarTranslation } from '../i18n';

interface PressableLabelProps extends Omit<LabelProps, 'render' | 'onClick' | 'isClickable' | 'isCompact'> {
  popover: Pick<PopoverProps, 'aria-label' | 'headerContent' | 'footerContent'> & { bodyContent: ReactNode };
}

interface WatchedProps {
  /** Called when the popover's content changes its size. */
  onChange: () => void;
  children: ReactNode;
}

const Watched = ({ onChange, children }: WatchedProps): ReactElement => {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const observer = new MutationObserver(onChange);
    if (content.current !== null) {
      observer.observe(content.current, { childList: true, subtree: true });
    }
    return () => {
      observer.disconnect();
    };
  }, [onChange]);
  return <div ref={content}>{children}</div>;
};

/**
 * A label that opens a popover. Tables have hundreds of them, and a popover costs more to mount than its label, so it is
 * mounted when it is first opened.
 */
export const PressableLabel = ({ popover, ...label }: PressableLabelProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const [isOpen, setOpen] = useState<boolean>();
  const button = useRef<HTMLButtonElement>(null);
  // A popover is positioned by its size at render, but its content may load later and change the size.
  const [, place] = useReducer((times: number) => times + 1, 0);
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
          {/* Once the popover is mounted, it listens to the button itself. */}
          <button
            ref={button}
            type="button"
            className={className}
            onClick={isOpen === undefined ? open : undefined}
          >
            {content}
          </button>
          {isOpen === undefined ? null : (
            <Popover
              {...popover}
              bodyContent={<Watched onChange={place}>{popover.bodyContent}</Watched>}
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
