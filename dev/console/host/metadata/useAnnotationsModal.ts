import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/useOverlay';
import { useCallback } from 'react';
import type { KeyValueTarget } from './KeyValueModal';
import { KeyValueModal } from './KeyValueModal';

/** Answers a function that opens the dialog in which the object's annotations are edited. */
export const useAnnotationsModal = (resource: K8sResourceCommon): (() => void) => {
  const launch = useOverlay();
  return useCallback(() => {
    launch<KeyValueTarget>(KeyValueModal, { resource, field: 'annotations' });
  }, [launch, resource]);
};
