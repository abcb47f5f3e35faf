import { useCallback, useEffect, useState } from 'react';

interface Due {
  /** Stays true once it is true. */
  isDue: boolean;
  /** Has a stable identity. */
  makeDue: () => void;
}

/** React hook: false until `makeDue` is called or the limit in milliseconds has passed. */
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
