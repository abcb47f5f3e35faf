import type { RefObject } from 'react';
import { useCallback, useEffect, useRef } from 'react';

/**
 * React hook: keeps the focus where the user is. The console's editor takes it when it is mounted, which may be long after
 * the user has moved on.
 *
 * @returns restores the focus; call it once the editor is mounted
 */
export const usePreserveFocus = (frame: RefObject<HTMLElement>): (() => void) => {
  const before = useRef<EventTarget | null>(null);
  useEffect(() => {
    const element = frame.current;
    const remember = ({ relatedTarget }: FocusEvent): void => {
      before.current = relatedTarget;
    };
    element?.addEventListener('focusin', remember);
    return () => {
      element?.removeEventListener('focusin', remember);
    };
  }, [frame]);
  return useCallback(() => {
    const { activeElement } = document;
    const isInside = (target: EventTarget | null): boolean =>
      target instanceof Node && frame.current?.contains(target) === true;
    // A user who was in the plain text before continues in the editor.
    if (!isInside(activeElement) || isInside(before.current)) {
      return;
    }
    if (before.current instanceof HTMLElement) {
      before.current.focus({ preventScroll: true });
    } else if (activeElement instanceof HTMLElement) {
      activeElement.blur();
    }
  }, [frame]);
};
