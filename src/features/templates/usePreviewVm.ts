import { useCallback } from 'react';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk';
import { lazyPart } from '../../components/lazyPart/lazyPart';
import type { KubernetesObject } from '../../sidecars/objects/resources';

const { Part: PreviewModal } = lazyPart('dialog', async () => (await import('./PreviewModal')).PreviewModal);

/** React hook: opens a dialog that shows which sidecars a VM made from the template has. */
export const usePreviewVm = (): ((template: KubernetesObject) => void) => {
  const launch = useOverlay();
  return useCallback(
    (template: KubernetesObject) => {
      launch(PreviewModal, { template });
    },
    [launch],
  );
};
