import type { ReactElement } from 'react';
import { lazy, Suspense, useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import type { VmEditModalProps } from './VmEditModal';

/** The comparison in it brings a package of its own, which nobody needs before this. */
const VmEditModal = lazy(async () => ({ default: (await import('./VmEditModal')).VmEditModal }));

const VmEditOverlay = (props: VmEditModalProps): ReactElement => (
  <Suspense fallback={null}>
    <VmEditModal {...props} />
  </Suspense>
);

export type VmEditQuestion = Omit<VmEditModalProps, 'closeOverlay'>;

/** React hook: shows what an edit of a VM writes, and writes it when the user agrees. */
export const useVmEdit = (): ((question: VmEditQuestion) => void) => {
  const launch = useOverlay();
  return useCallback(
    (question: VmEditQuestion) => {
      launch(VmEditOverlay, question);
    },
    [launch],
  );
};
