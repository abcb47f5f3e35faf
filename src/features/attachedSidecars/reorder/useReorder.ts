import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { lazyPart } from '../../../components/lazyPart/lazyPart';
import type { ReorderModalProps } from './ReorderModal';

const { Part: ReorderModal } = lazyPart('dialog', async () => (await import('./ReorderModal')).ReorderModal);

/** React hook: opens the dialog that reorders the sidecars of a VM, optionally with a first move. */
export const useReorder = (): ((vm: VirtualMachine, move?: ReorderModalProps['move']) => void) => {
  const launch = useOverlay();
  return useCallback(
    (vm: VirtualMachine, move?: ReorderModalProps['move']) => {
      launch(ReorderModal, move === undefined ? { vm } : { vm, move });
    },
    [launch],
  );
};
