import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { lazyPart } from '../../../components/lazyPart/lazyPart';
import type { VmEditModalProps } from './VmEditModal';

/** The comparison in it brings a package of its own, which nobody needs before this. */
const { Part: VmEditModal } = lazyPart('dialog', async () => (await import('./VmEditModal')).VmEditModal);

export type VmEditQuestion = Omit<VmEditModalProps, 'closeOverlay'>;

/** React hook: shows what an edit of a VM writes, and writes it when the user agrees. */
export const useVmEdit = (): ((question: VmEditQuestion) => void) => {
  const launch = useOverlay();
  return useCallback(
    (question: VmEditQuestion) => {
      launch(VmEditModal, question);
    },
    [launch],
  );
};
