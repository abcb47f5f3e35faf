import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { lazyPart } from '../../components/lazyPart/lazyPart';
import type { VmEditModalProps } from './VmEditModal';

// Loaded separately, because it brings a diff package.
const { Part: VmEditModal } = lazyPart('dialog', async () => (await import('./VmEditModal')).VmEditModal);

export type VmEditQuestion = Omit<VmEditModalProps, 'closeOverlay'>;

/** React hook: opens a dialog that shows the patch of an edit and writes it when the user agrees. */
export const useVmEdit = (): ((question: VmEditQuestion) => void) => {
  const launch = useOverlay();
  return useCallback(
    (question: VmEditQuestion) => {
      launch(VmEditModal, question);
    },
    [launch],
  );
};
