import { useCallback, useState } from 'react';
import { isAnother } from '../sidecars/objects/isAnother';
import type { KubernetesObject } from '../sidecars/objects/resources';

export interface Reread<T> {
  /** The object for the next write. */
  object: T;
  /** The object for the write that failed. */
  before: T | undefined;
  /** The object was deleted, and another one was created with its name. */
  isAnother: boolean;
  /** Why it could not be read again. */
  error: unknown;
  /** Call it after a write that found somebody else's change. */
  reread: () => void;
}

/**
 * React hook: the object that a dialog writes, read again after somebody else's change.
 *
 * @param read reads the object again; the same function at each call
 */
export const useReread = <T extends KubernetesObject>(
  read: (object: T) => Promise<T>,
  opened: T,
): Reread<T> => {
  const [object, setObject] = useState(opened);
  const [before, setBefore] = useState<T>();
  const [error, setError] = useState<unknown>();

  const reread = useCallback(() => {
    const readNow = async (): Promise<void> => {
      try {
        const now = await read(object);
        setBefore(object);
        setObject(now);
        setError(undefined);
      } catch (problem) {
        setError(problem);
      }
    };
    void readNow();
  }, [read, object]);
  return {
    object,
    before,
    isAnother: before !== undefined && isAnother(before, object),
    error,
    reread,
  };
};
