import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { lazyPart } from '../../components/lazyPart/lazyPart';

// Loaded separately: the actions on VMs load with every list of VMs, but the form only when it is opened.
const { Part: AttachPart, prefetch } = lazyPart(
  'dialog',
  async () => (await import('./AttachDialog')).AttachDialog,
);

export { AttachPart };
export const prefetchAttachForm = prefetch;

/** React hook: opens the form that attaches a hook script to a VM; with `index` it edits that sidecar. */
export const useAttachSidecar = (): ((vm: VirtualMachine, index?: number) => void) => {
  const launch = useOverlay();
  return useCallback(
    (vm: VirtualMachine, index?: number) => {
      launch(AttachPart, { vm, index });
    },
    [launch],
  );
};
