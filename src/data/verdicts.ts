import { useSyncExternalStore } from 'react';
import type { Verdict, Verdicts } from '../sidecars/state/verdict';

/**
 * The results of the validations in this session, in memory only: a validation reads the XML in a pod, which lists must
 * not do by themselves.
 */
let verdicts: Verdicts = new Map();
const listeners = new Set<() => void>();

/** More instances than a user validates; the oldest verdict is dropped first. */
const MOST = 1_000;

/** `vmiUid`: the uid of the validated instance. */
export const rememberVerdict = (vmiUid: string, verdict: Verdict): void => {
  const known = verdicts.get(vmiUid);
  if (known?.verification === verdict.verification && known.subject === verdict.subject) {
    return;
  }
  verdicts = new Map([...[...verdicts].slice(-(MOST - 1)), [vmiUid, verdict]]);
  listeners.forEach((listener) => {
    listener();
  });
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

/** React hook: the results of the validations in this session. */
export const useVerdicts = (): Verdicts => useSyncExternalStore(subscribe, () => verdicts);
