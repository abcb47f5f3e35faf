import { useCallback, useEffect, useState } from 'react';

interface Due {
  /** Once true, it stays so. */
  isDue: boolean;
  /** Keeps its identity. */
  makeDue: () => void;
}

/** React hook: holds something back until it is made due, but not for longer than so many milliseconds. */
export const useDue = (limitMs: number): Due => {
  const [isDue, setDue] = useState(false);
  const makeDue = useCallback(() => {
    setDue(true);
  }, []);
  useEffect(() => {
    const timer = setTimeout(makeDue, limitMs);
    return () => {
      clearTimeout(timer);
    };
  }, [makeDue, limitMs]);
  return { isDue, makeDue };
};
