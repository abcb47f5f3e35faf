import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { useImpersonation } from '../../k8s/exec/useImpersonation';
import type { TrialPlan } from '../../sidecars/trialStart/trialPlan';
import { INITIAL_TRIAL, reduceTrial, type TrialState } from '../../sidecars/trialStart/trialState';
import type { TrialEvidence } from './observeTrial';
import { recordTrial } from './recordTrial';
import { runTrial } from './runTrial';
import { deleteTrialOnLeave, type TrialObjects } from './trialObjects';

export interface Trial {
  state: TrialState;
  /** What was read last of the copy. */
  evidence: TrialEvidence | undefined;
  start: (plan: TrialPlan) => void;
  /** Ends the trial. The copy is removed then, as at every other end. */
  cancel: () => void;
}

/**
 * React hook: runs a trial start. When the component goes, the trial is cancelled, and its objects are removed without it;
 * when the page goes, the browser still sends the requests that remove them.
 */
export const useTrial = (): Trial => {
  const [state, dispatch] = useReducer(reduceTrial, INITIAL_TRIAL);
  const [evidence, setEvidence] = useState<TrialEvidence>();
  const abort = useRef<AbortController>(undefined);
  const impersonation = useImpersonation();

  const start = useCallback(
    (plan: TrialPlan) => {
      const controller = new AbortController();
      abort.current = controller;
      const created: TrialObjects = {};
      let last: TrialEvidence | undefined;
      const leave = (): void => {
        deleteTrialOnLeave(created);
      };
      window.addEventListener('pagehide', leave);
      const { signal } = controller;
      void runTrial(plan, {
        signal,
        impersonation,
        created,
        onEvent: dispatch,
        onEvidence: (seen) => {
          last = seen;
          setEvidence(seen);
        },
      }).finally(() => {
        if (last !== undefined) {
          recordTrial(plan, last);
        }
        window.removeEventListener('pagehide', leave);
      });
    },
    [impersonation],
  );
  const cancel = useCallback(() => {
    abort.current?.abort();
  }, []);
  useEffect(() => cancel, [cancel]);
  return { state, evidence, start, cancel };
};
