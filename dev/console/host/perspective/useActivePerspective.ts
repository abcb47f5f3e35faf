import { useContext } from 'react';
import type { ActivePerspective } from './PerspectiveContext';
import { PerspectiveContext } from './PerspectiveContext';

export const useActivePerspective = (): ActivePerspective => useContext(PerspectiveContext);
