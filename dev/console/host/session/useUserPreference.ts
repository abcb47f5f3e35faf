import type { Dispatch, SetStateAction } from 'react';
import { useCallback, useEffect, useState } from 'react';

const storageKey = (key: string): string => `embedded-console/${key}`;

const read = <T>(key: string, fallback: T): T => {
  try {
    const stored = localStorage.getItem(storageKey(key));
    return stored === null ? fallback : (JSON.parse(stored) as T);
  } catch {
    // Storage may be disabled, and its content may come from anyone.
    return fallback;
  }
};

const write = (key: string, value: unknown): void => {
  try {
    localStorage.setItem(storageKey(key), JSON.stringify(value));
  } catch {
    // Without storage a preference lasts as long as the page.
  }
};

/**
 * A preference of the user, stored in the browser (the real console stores it in the cluster). With `sync` it follows
 * changes in other tabs. Returns `[value, setValue, loaded]`.
 */
export function useUserPreference<T>(
  key: string,
  defaultValue: T,
  sync?: boolean,
): [T, Dispatch<SetStateAction<T>>, boolean];
export function useUserPreference<T>(
  key: string,
  defaultValue?: T,
  sync?: boolean,
): [T | undefined, Dispatch<SetStateAction<T | undefined>>, boolean];
export function useUserPreference<T>(
  key: string,
  defaultValue: T,
  sync = false,
): [T, Dispatch<SetStateAction<T>>, boolean] {
  const [value, setValue] = useState<T>(() => read(key, defaultValue));
  const change = useCallback<Dispatch<SetStateAction<T>>>(
    (next) => {
      setValue((current) => {
        const changed = typeof next === 'function' ? (next as (current: T) => T)(current) : next;
        write(key, changed);
        return changed;
      });
    },
    [key],
  );
  useEffect(() => {
    if (!sync) {
      return undefined;
    }
    const follow = (event: StorageEvent): void => {
      if (event.key === storageKey(key)) {
        setValue(read(key, defaultValue));
      }
    };
    window.addEventListener('storage', follow);
    return () => {
      window.removeEventListener('storage', follow);
    };
  }, [key, defaultValue, sync]);
  return [value, change, true];
}
