import { createContext } from 'react';
import { ALL_NAMESPACES } from './namespacePath';

/** The chosen namespace and how to choose another, as the SDK hands them to plugins. */
export type ActiveNamespace = [namespace: string, setNamespace: (namespace: string) => void];

// Outside of the host (component tests) all namespaces are chosen.
export const NamespaceContext = createContext<ActiveNamespace>([ALL_NAMESPACES, () => undefined]);
