import { useCallback, useEffect, useState } from 'react';

/** Longer than what a cluster nearby takes to answer; who waits for a far one sees meanwhile what is there. */
const PATIENCE_MS = 1_500;

interface FirstLook {
  /** What stands below the findings is not shown yet: each that came later would move it. */
  isHeld: boolean;
  /** To be called once the findings are known. */
  release: () => void;
}

/** React hook: holds the page back until its findings are known, but not for longer than anybody would wait. */
export const useFirstLook = (): FirstLook => {
  const [isHeld, setHeld] = useState(true);
  const release = useCallback(() => {
    setHeld(false);
  }, []);
  useEffect(() => {
    const timer = setTimeout(release, PATIENCE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [release]);
  return { isHeld, release };
};
