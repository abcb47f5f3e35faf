import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import type { AttachValues } from '../../sidecars/plans/attach/attachValues';
import { lazyPart } from '../../components/lazyPart/lazyPart';

/** A script to attach, with when it is called. */
export type ChosenScript = Pick<AttachValues, 'configMap' | 'key' | 'hookPoint'>;

// Loaded separately: the actions on VMs load with every list of VMs, but the form only when it is opened.
const { Part: AttachPart, prefetch } = lazyPart(
  'dialog',
  async () => (await import('./AttachDialog')).AttachDialog,
);

export { AttachPart };
export const prefetchAttachForm = prefetch;

/**
 * React hook: opens the form that attaches a hook script to a VM; with `index` it edits that sidecar, with `script` that
 * one is chosen.
 */
export const useAttachSidecar = (): ((vm: VirtualMachine, index?: number, script?: ChosenScript) => void) => {
  const launch = useOverlay();
  return useCallback(
    (vm: VirtualMachine, index?: number, script?: ChosenScript) => {
      launch(AttachPart, { vm, index, script });
    },
    [launch],
  );
};
