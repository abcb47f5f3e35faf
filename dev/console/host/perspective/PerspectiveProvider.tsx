import type { ReactElement, ReactNode } from 'react';
import { useCallback, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useUserPreference } from '../session/useUserPreference';
import type { ActivePerspective } from './PerspectiveContext';
import { PerspectiveContext } from './PerspectiveContext';
import { CORE_PLATFORM, usePerspectives } from './perspectives';

/** Stores the chosen perspective. As in the console, a choice opens the start page. */
export const PerspectiveProvider = ({ children }: { children: ReactNode }): ReactElement => {
  const navigate = useNavigate();
  const [last, setLast] = useUserPreference('console.lastPerspective', CORE_PLATFORM.id);
  // The stored perspective may belong to a plugin that is gone.
  const active = usePerspectives().some(({ id }) => id === last) ? last : CORE_PLATFORM.id;

  const setPerspective = useCallback(
    (perspective: string) => {
      setLast(perspective);
      void navigate('/');
    },
    [navigate, setLast],
  );
  const value = useMemo<ActivePerspective>(() => [active, setPerspective], [active, setPerspective]);
  return <PerspectiveContext.Provider value={value}>{children}</PerspectiveContext.Provider>;
};
