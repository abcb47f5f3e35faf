import { createContext } from 'react';
import { CORE_PLATFORM } from './perspectives';

/** The id of the chosen perspective and how to choose another, as the SDK hands them to plugins. */
export type ActivePerspective = [perspective: string, setPerspective: (perspective: string) => void];

export const PerspectiveContext = createContext<ActivePerspective>([CORE_PLATFORM.id, () => undefined]);
