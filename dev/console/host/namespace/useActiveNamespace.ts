import { useContext } from 'react';
import type { ActiveNamespace } from './NamespaceContext';
import { NamespaceContext } from './NamespaceContext';

export const useActiveNamespace = (): ActiveNamespace => useContext(NamespaceContext);
