import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { lazyPart } from '../../components/lazyPart/lazyPart';
import type { TrialRequest } from '../../data/trialStart/prepareTrial';

// Rarely needed, and has the differences of domain XML in it.
const { Part: TrialStartPart, prefetch } = lazyPart(
  'dialog',
  async () => (await import('./TrialStartModal')).TrialStartModal,
);

export { TrialStartPart, prefetch as prefetchTrialStart };

/** React hook: opens the dialog that starts a paused copy of a VM, after asking. */
export const useTrialStart = (): ((request: TrialRequest) => void) => {
  const launch = useOverlay();
  return useCallback(
    (request: TrialRequest) => {
      launch(TrialStartPart, { request });
    },
    [launch],
  );
};
