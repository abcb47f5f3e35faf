import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import type { VirtualMachine } from '../../sidecars/resources';
import { RestartVmModal } from './RestartVmModal';

/** React hook: restarts a VM, after asking. */
export const useRestartVm = (): ((vm: VirtualMachine) => void) => {
  const launchOverlay = useOverlay();
  return useCallback(
    (vm: VirtualMachine) => {
      launchOverlay(RestartVmModal, { vm });
    },
    [launchOverlay],
  );
};
