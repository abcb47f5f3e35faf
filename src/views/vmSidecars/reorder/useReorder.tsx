import type { ReactElement } from 'react';
import { lazy, Suspense, useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import type { VirtualMachine } from '../../../sidecars/resources';
import type { ReorderModalProps } from './ReorderModal';

const ReorderModal = lazy(async () => ({ default: (await import('./ReorderModal')).ReorderModal }));

const ReorderOverlay = (props: ReorderModalProps): ReactElement => (
  <Suspense fallback={null}>
    <ReorderModal {...props} />
  </Suspense>
);

/** React hook: opens the dialog that reorders the sidecars of a VM, with a first move already made. */
export const useReorder = (): ((vm: VirtualMachine, move?: ReorderModalProps['move']) => void) => {
  const launch = useOverlay();
  return useCallback(
    (vm: VirtualMachine, move?: ReorderModalProps['move']) => {
      launch(ReorderOverlay, move === undefined ? { vm } : { vm, move });
    },
    [launch],
  );
};
