import { useEffect } from 'react';

export const DocumentTitle = ({ children }: { children: string }): null => {
  useEffect(() => {
    document.title = `${children} · Hook sidecars console`;
  }, [children]);
  return null;
};
