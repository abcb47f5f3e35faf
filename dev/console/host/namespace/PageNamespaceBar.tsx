import type { ReactElement } from 'react';
import { useMemo } from 'react';
import { useLocation } from 'react-router';
import { NamespaceBar } from './NamespaceBar';
import { namespaceOfPath } from './namespacePath';

/** The console's own bar, above every page with namespaces. A change of the query does not render it again. */
export const PageNamespaceBar = (): ReactElement | null => {
  const { pathname } = useLocation();
  const isShown = namespaceOfPath(pathname) !== undefined;
  return useMemo(() => (isShown ? <NamespaceBar /> : null), [isShown]);
};
