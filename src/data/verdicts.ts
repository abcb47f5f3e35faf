import type { Verdict, Verdicts } from '../sidecars/state/verdict';
import { createSessionStore } from './sessionStore';

/**
 * The results of the validations in this session: a validation reads the XML in a pod, which lists must not do by
 * themselves.
 */
const verdicts = createSessionStore<Verdicts>(new Map());

/** More instances than a user validates; the oldest verdict is dropped first. */
const MOST = 1_000;

/** `vmiUid`: the uid of the validated instance. */
export const rememberVerdict = (vmiUid: string, verdict: Verdict): void => {
  const all = verdicts.read();
  const known = all.get(vmiUid);
  if (known?.verification === verdict.verification && known.subject === verdict.subject) {
    return;
  }
  verdicts.write(new Map([...[...all].slice(-(MOST - 1)), [vmiUid, verdict]]));
};

/** React hook: the results of the validations in this session. */
export const useVerdicts = verdicts.useValue;
