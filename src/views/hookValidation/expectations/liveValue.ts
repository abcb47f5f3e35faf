import { useEffect, useState } from 'react';

/** A value of a page for a dialog that it opens: the console gives dialogs their properties once. */
export interface LiveValue<T> {
  read: () => T;
  /** Returns how to end it. */
  subscribe: (changed: () => void) => () => void;
}

interface ChangingValue<T> extends LiveValue<T> {
  set: (value: T) => void;
}

const changingValue = <T>(first: T): ChangingValue<T> => {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    read: () => value,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => {
        listeners.delete(changed);
      };
    },
    set: (next) => {
      value = next;
      listeners.forEach((changed) => {
        changed();
      });
    },
  };
};

/** React hook: the value as it is now, for who reads it by `useSyncExternalStore`. Keeps its identity. */
export const useLiveValue = <T>(value: T): LiveValue<T> => {
  const [live] = useState(() => changingValue(value));
  useEffect(() => {
    live.set(value);
  }, [live, value]);
  return live;
};
