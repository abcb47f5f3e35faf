import { useEffect } from 'react';
import { useDue } from '../../components/useDue';

/** The rest is not delayed for longer. */
const LIMIT_MS = 300;

/**
 * React hook: whether to render what takes as long to lay out as the XML: once there is an answer and it has been
 * painted, or after a time without one. Stays true.
 */
export const usePaintedFirst = (hasAnswer: boolean): boolean => {
  const { isDue, makeDue } = useDue(LIMIT_MS);
  useEffect(() => {
    const timer = hasAnswer ? setTimeout(makeDue) : undefined;
    return () => {
      clearTimeout(timer);
    };
  }, [hasAnswer, makeDue]);
  return isDue;
};
