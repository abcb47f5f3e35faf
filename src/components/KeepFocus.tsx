import type { ReactElement, ReactNode } from 'react';
import { useEffect, useRef } from 'react';

/** The element and what it stands in, the nearest first, up to the area. */
const pathIn = (area: HTMLElement, element: Element): readonly Element[] => {
  const path: Element[] = [];
  for (let at: Element | null = element; at !== null && area.contains(at); at = at.parentElement) {
    path.push(at);
  }
  return path;
};

const HEADINGS = 'h2, h3, h4';

/** That of the nearest place that is still there and has one. */
const headingIn = (path: readonly Element[]): HTMLElement | null | undefined =>
  path
    .filter(({ isConnected }) => isConnected)
    .map((place) => place.querySelector<HTMLElement>(HEADINGS))
    .find((heading) => heading !== null);

interface KeepFocusProps {
  /** Puts the focus where it goes in an area without headings, such as a list. Must keep its identity. */
  focusElsewhere?: () => void;
  children: ReactNode;
}

/**
 * Where what has the focus goes, as a button does whose work is done, the focus goes to the heading of what it stood in.
 * Without it, who has only a keyboard would start anew at the top of the console. Somebody who presses the pointer
 * elsewhere is not taken back.
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
    // Dialogs come and go there: what opened one may have gone before it.
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
