import { useEffect, useState } from 'react';

const STEP_MS = 15_000;

/** The time in milliseconds, updated often enough for texts with minutes. */
export const useNow = (): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, STEP_MS);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return now;
};
