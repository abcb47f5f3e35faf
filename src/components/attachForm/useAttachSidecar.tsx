import { lazy, Suspense, useCallback } from 'react';
import type { ReactElement } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import type { VirtualMachine } from '../../sidecars/resources';
import { LoadingModal } from '../LoadingModal';

/** Actions on VMs load with every list of VMs; the form only when it is opened. */
const AttachDialog = lazy(async () => ({ default: (await import('./AttachDialog')).AttachDialog }));

interface AttachOverlayProps {
  vm: VirtualMachine;
  index: number | undefined;
  closeOverlay: () => void;
}

/** Overlays stand beside the page: without a boundary of its own the form's loading would blank all of the console. */
const AttachOverlay = (props: AttachOverlayProps): ReactElement => (
  <Suspense fallback={<LoadingModal onClose={props.closeOverlay} />}>
    <AttachDialog {...props} />
  </Suspense>
);

/** React hook: opens the form that attaches a hook script to a VM; with `index` it edits that sidecar. */
export const useAttachSidecar = (): ((vm: VirtualMachine, index?: number) => void) => {
  const launch = useOverlay();
  return useCallback(
    (vm: VirtualMachine, index?: number) => {
      launch(AttachOverlay, { vm, index });
    },
    [launch],
  );
};
