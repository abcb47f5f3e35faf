import { useSyncExternalStore } from 'react';

interface SessionStore<T> {
  read: () => T;
  write: (value: T) => void;
  /** React hook: the current value. */
  useValue: () => T;
}

/** A value that all parts of the page share until it is reloaded. It is in memory only. */
export const createSessionStore = <T>(initial: T): SessionStore<T> => {
  let current = initial;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  const read = (): T => current;
  return {
    read,
    write: (value) => {
      current = value;
      listeners.forEach((listener) => {
        listener();
      });
    },
    useValue: () => useSyncExternalStore(subscribe, read),
  };
};
