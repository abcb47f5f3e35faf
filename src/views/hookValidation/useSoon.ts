import { useEffect, useState } from 'react';

/** Nobody waits for it longer than that. */
const LIMIT_MS = 300;

/**
 * React hook: false until something is there that is worth more than the rest of the page, or has taken too long; true
 * from then on. The browser needs as long to lay out what is below the fold as what is above it.
 */
export const useSoon = (isThere: boolean): boolean => {
  const [isSoon, setSoon] = useState(false);
  useEffect(() => {
    if (isSoon) {
      return undefined;
    }
    // Once what is there has been painted.
    const timer = setTimeout(
      () => {
        setSoon(true);
      },
      isThere ? 0 : LIMIT_MS,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [isSoon, isThere]);
  return isSoon;
};
