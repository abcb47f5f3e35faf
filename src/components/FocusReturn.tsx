import { useEffect, useState } from 'react';

/**
 * On unmount, returns the focus to the element that had it on mount. A dialog does so too, but one that replaced another
 * dialog only knows the focus inside that one. Render this after the dialogs, so that its cleanup runs last.
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
