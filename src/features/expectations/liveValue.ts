import { useEffect, useState } from 'react';

/** Passes changing values of a page to a dialog that it opened: the console passes properties to dialogs only once. */
export interface LiveValue<T> {
  read: () => T;
  /** Returns a function that ends the subscription. */
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

/** React hook: a store with the current value, for `useSyncExternalStore`. Has a stable identity. */
export const useLiveValue = <T>(value: T): LiveValue<T> => {
  const [live] = useState(() => changingValue(value));
  useEffect(() => {
    live.set(value);
  }, [live, value]);
  return live;
};
