import { useState } from 'react';

interface Saving {
  isPending: boolean;
  /** Why the last attempt failed. */
  error: unknown;
  /** Resolves to undefined after an error. */
  save: <T>(write: () => Promise<T>) => Promise<T | undefined>;
}

/** React hook: one write at a time, with its progress and error. */
export const useSaving = (): Saving => {
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();
  return {
    isPending,
    error,
    save: async (write) => {
      if (isPending) {
        return undefined;
      }
      setPending(true);
      setError(undefined);
      try {
        return await write();
      } catch (problem) {
        setError(problem);
        return undefined;
      } finally {
        setPending(false);
      }
    },
  };
};
