import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import type { VirtualMachine } from '../../sidecars/resources';
import { DetachSidecarModal } from './DetachSidecarModal';

/** React hook: detaches the sidecar at `index` of a VM's template, after asking. */
export const useDetachSidecar = (): ((vm: VirtualMachine, index: number) => void) => {
  const launchOverlay = useOverlay();
  return useCallback(
    (vm: VirtualMachine, index: number) => {
      launchOverlay(DetachSidecarModal, { vm, index });
    },
    [launchOverlay],
  );
};
