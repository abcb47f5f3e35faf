import { useEffect } from 'react';

/** Puts the text into the browser's title. */
export const DocumentTitle = ({ children }: { children: string }): null => {
  useEffect(() => {
    document.title = `${children} · Hook sidecars console`;
  }, [children]);
  return null;
};
