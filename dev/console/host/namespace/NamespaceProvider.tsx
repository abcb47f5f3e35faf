import type { ReactElement, ReactNode } from 'react';
import { useCallback, useEffect, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useUserPreference } from '../session/useUserPreference';
import type { ActiveNamespace } from './NamespaceContext';
import { NamespaceContext } from './NamespaceContext';
import { ALL_NAMESPACES, namespaceOfPath, pathInNamespace } from './namespacePath';

/** Takes the namespace from the URL; pages without one keep the last namespace. */
export const NamespaceProvider = ({ children }: { children: ReactNode }): ReactElement => {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [last, setLast] = useUserPreference('console.lastNamespace', ALL_NAMESPACES);
  const inUrl = namespaceOfPath(pathname);

  useEffect(() => {
    if (inUrl !== undefined && inUrl !== last) {
      setLast(inUrl);
    }
  }, [inUrl, last, setLast]);

  const setNamespace = useCallback(
    (namespace: string) => {
      setLast(namespace);
      void navigate(pathInNamespace(window.location.pathname, namespace));
    },
    [navigate, setLast],
  );
  const value = useMemo<ActiveNamespace>(() => [inUrl ?? last, setNamespace], [inUrl, last, setNamespace]);
  return <NamespaceContext.Provider value={value}>{children}</NamespaceContext.Provider>;
};
