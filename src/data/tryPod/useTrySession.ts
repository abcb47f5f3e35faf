import { useEffect, useMemo } from 'react';
import { createTrySession, type TrySession } from './trySession';

/** React hook: a session whose pod is removed when the user leaves the page in any way. */
export const useTrySession = (namespace: string): TrySession => {
  const session = useMemo(() => createTrySession(namespace), [namespace]);
  useEffect(() => {
    window.addEventListener('pagehide', session.close);
    return () => {
      window.removeEventListener('pagehide', session.close);
      session.close();
    };
  }, [session]);
  return session;
};
