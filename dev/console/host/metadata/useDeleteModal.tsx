import type { K8sResourceCommon, K8sResourceKind } from '@openshift-console/dynamic-plugin-sdk';
import { useOverlay } from '@openshift-console/dynamic-plugin-sdk/lib/app/modal-support/useOverlay';
import type { ReactElement, ReactNode } from 'react';
import { useCallback } from 'react';
import type { To } from 'react-router';
import { DeleteModal } from './DeleteModal';

/** Returns a function that asks, deletes the object, and opens `redirectTo` or the list of its kind. */
export const useDeleteModal = (
  resource: K8sResourceCommon,
  redirectTo?: To,
  message?: ReactElement,
  btnText?: ReactNode,
  deleteAllResources?: () => Promise<K8sResourceKind[]>,
): (() => void) => {
  const launch = useOverlay();
  return useCallback(() => {
    launch(DeleteModal, { resource, redirectTo, message, btnText, deleteAllResources });
  }, [launch, resource, redirectTo, message, btnText, deleteAllResources]);
};
