import { useCallback, useEffect } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { lazyPart } from '../../components/lazyPart/lazyPart';

// Loaded after the buttons that offer it.
const { Part: RestartPart, prefetch } = lazyPart(
  'dialog',
  async () => (await import('./RestartVmModal')).RestartVmModal,
);

export { RestartPart };

/** React hook: restarts a VM, after asking. */
export const useRestartVm = (): ((vm: VirtualMachine) => void) => {
  const launchOverlay = useOverlay();
  useEffect(prefetch, []);
  return useCallback(
    (vm: VirtualMachine) => {
      launchOverlay(RestartPart, { vm });
    },
    [launchOverlay],
  );
};
