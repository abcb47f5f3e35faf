import { useEffect, useState } from 'react';

/**
 * Gives the focus back, when it goes, to what had it when it came. A dialog does so too, but one that took the place of
 * another knows only what had the focus in that one: this stands after them, to come after them.
 */
export const FocusReturn = (): null => {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement) {
        opener.focus();
      }
    },
    [opener],
  );
  return null;
};
