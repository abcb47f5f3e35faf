import { useCallback, useEffect, useRef, useState } from 'react';
import { useImpersonation } from '../../../k8s/exec/useImpersonation';
import type { PodOfVm } from '../../../data/domainXml/readDomainXml';
import { checkGuest, type GuestAnswer } from './checkGuest';

interface GuestCheck {
  /** The result of the last check of this pod's guest. */
  answer: GuestAnswer | undefined;
  isRunning: boolean;
  run: () => void;
}

/** React hook: checks the guest on request. Drops the answer of another pod's guest. */
export const useGuestCheck = (target: PodOfVm | undefined): GuestCheck => {
  const impersonation = useImpersonation();
  const [state, setState] = useState<{
    podUid: string;
    answer: GuestAnswer | undefined;
    isRunning: boolean;
  }>();
  const current = useRef<AbortController>();
  const podUid = target?.podUid;

  useEffect(
    () => () => {
      current.current?.abort();
      setState(undefined);
    },
    [podUid],
  );

  const run = useCallback(() => {
    if (target === undefined) {
      return;
    }
    current.current?.abort();
    const aborter = new AbortController();
    current.current = aborter;
    setState((before) => ({ podUid: target.podUid, answer: before?.answer, isRunning: true }));
    const check = async (): Promise<void> => {
      try {
        const answer = await checkGuest(target, { impersonation, signal: aborter.signal });
        if (!aborter.signal.aborted) {
          setState({ podUid: target.podUid, answer, isRunning: false });
        }
      } catch (error) {
        // After an abort, the aborting code sets the state.
        if (!aborter.signal.aborted) {
          throw error;
        }
      }
    };
    void check();
  }, [target, impersonation]);

  const ofPod = state?.podUid === podUid ? state : undefined;
  return { answer: ofPod?.answer, isRunning: ofPod?.isRunning ?? false, run };
};
