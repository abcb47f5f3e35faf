import type { ReactElement, ReactNode } from 'react';
import { useEffect, useRef } from 'react';

/** The element and its ancestors in the area, innermost first. */
const pathIn = (area: HTMLElement, element: Element): readonly Element[] => {
  const path: Element[] = [];
  for (let at: Element | null = element; at !== null && area.contains(at); at = at.parentElement) {
    path.push(at);
  }
  return path;
};

const HEADINGS = 'h2, h3, h4';

/** The heading of the innermost ancestor that is still mounted and has one. */
const headingIn = (path: readonly Element[]): HTMLElement | null | undefined =>
  path
    .filter(({ isConnected }) => isConnected)
    .map((place) => place.querySelector<HTMLElement>(HEADINGS))
    .find((heading) => heading !== null);

interface KeepFocusProps {
  /** Moves the focus in an area without headings, such as a list. Must have a stable identity. */
  focusElsewhere?: () => void;
  children: ReactNode;
}

/**
 * When the focused element is removed, for example a button that has fixed its finding, moves the focus to the nearest
 * heading. Otherwise keyboard users would start again at the top of the console. A click elsewhere cancels this.
 */
export const KeepFocus = ({ focusElsewhere, children }: KeepFocusProps): ReactElement => {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const area = frame.current;
    if (area === null) {
      return undefined;
    }
    let path: readonly Element[] = [];
    const remember = ({ target }: FocusEvent): void => {
      path = target instanceof Element ? pathIn(area, target) : [];
    };
    const forget = (): void => {
      path = [];
    };
    const observer = new MutationObserver(() => {
      if (path[0]?.isConnected === false && document.activeElement === document.body) {
        const heading = headingIn(path);
        path = [];
        if (heading) {
          heading.tabIndex = -1;
          heading.focus();
        } else {
          focusElsewhere?.();
        }
      }
    });
    observer.observe(area, { childList: true, subtree: true });
    // Dialogs are mounted in the body, and may close after the element that opened them was removed.
    observer.observe(document.body, { childList: true });
    area.addEventListener('focusin', remember);
    area.addEventListener('pointerdown', forget);
    return () => {
      observer.disconnect();
      area.removeEventListener('focusin', remember);
      area.removeEventListener('pointerdown', forget);
    };
  }, [focusElsewhere]);
  return <div ref={frame}>{children}</div>;
};
