import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/useOverlay';
import { useCallback } from 'react';
import type { KeyValueTarget } from './KeyValueModal';
import { KeyValueModal } from './KeyValueModal';

/** Returns a function that opens the dialog for the object's labels. */
export const useLabelsModal = (resource: K8sResourceCommon): (() => void) => {
  const launch = useOverlay();
  return useCallback(() => {
    launch<KeyValueTarget>(KeyValueModal, { resource, field: 'labels' });
  }, [launch, resource]);
};
