import { createContext } from 'react';
import { ALL_NAMESPACES } from './namespacePath';

/** As the SDK's `useActiveNamespace` returns it. */
export type ActiveNamespace = [namespace: string, setNamespace: (namespace: string) => void];

// The default, all namespaces, is for component tests outside of the host.
export const NamespaceContext = createContext<ActiveNamespace>([ALL_NAMESPACES, () => undefined]);
