import { createContext } from 'react';
import { CORE_PLATFORM } from './perspectives';

/** As the SDK's `useActivePerspective` returns it. */
export type ActivePerspective = [perspective: string, setPerspective: (perspective: string) => void];

export const PerspectiveContext = createContext<ActivePerspective>([CORE_PLATFORM.id, () => undefined]);
