import { useEffect } from 'react';

/** Puts the text into the browser's title. */
export const DocumentTitle = ({ children }: { children: string }): null => {
  useEffect(() => {
    document.title = `${children} · Sidecar hooks console`;
  }, [children]);
  return null;
};
