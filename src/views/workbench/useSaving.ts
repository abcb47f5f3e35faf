import { useState } from 'react';

interface Saving {
  isPending: boolean;
  /** Why the last attempt failed. */
  error: unknown;
  save: (write: () => Promise<void>) => Promise<void>;
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
        return;
      }
      setPending(true);
      setError(undefined);
      try {
        await write();
      } catch (problem) {
        setError(problem);
      } finally {
        setPending(false);
      }
    },
  };
};
