import { useEffect } from 'react';

/** React hook: while something would be lost, the browser asks before the page is closed or reloaded. */
export const useUnloadQuestion = (wouldLose: boolean): void => {
  useEffect(() => {
    if (!wouldLose) {
      return undefined;
    }
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [wouldLose]);
};
