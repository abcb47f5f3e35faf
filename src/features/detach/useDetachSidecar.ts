import { useCallback, useEffect } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { lazyPart } from '../../components/lazyPart/lazyPart';

// Loaded after the menu or the cards that offer it.
const { Part: DetachPart, prefetch } = lazyPart(
  'dialog',
  async () => (await import('./DetachSidecarModal')).DetachSidecarModal,
);

export { DetachPart };

/** React hook: detaches the sidecar at `index` of a VM's template, after asking. */
export const useDetachSidecar = (): ((vm: VirtualMachine, index: number) => void) => {
  const launchOverlay = useOverlay();
  useEffect(prefetch, []);
  return useCallback(
    (vm: VirtualMachine, index: number) => {
      launchOverlay(DetachPart, { vm, index });
    },
    [launchOverlay],
  );
};
