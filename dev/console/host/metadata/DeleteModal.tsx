import type { K8sResourceCommon, K8sResourceKind } from '@openshift-console/dynamic-plugin-sdk';
import { k8sDeleteResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-resource';
import { getGroupVersionKindForResource } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-ref';
import { Alert, Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import type { To } from 'react-router';
import { useNavigate } from 'react-router';
import { listPath } from '../resource/resourcePath';
import { useModel } from '../resource/useModel';
import { errorText } from '../layout/errorText';

interface DeleteModalProps {
  resource: K8sResourceCommon;
  redirectTo: To | undefined;
  message: ReactNode;
  btnText: ReactNode;
  /** Replaces the plain request, to delete the object together with others. */
  deleteAllResources: (() => Promise<K8sResourceKind[]>) | undefined;
  closeOverlay: () => void;
}

export const DeleteModal = ({
  resource,
  redirectTo,
  message,
  btnText,
  deleteAllResources,
  closeOverlay,
}: DeleteModalProps): ReactElement => {
  const navigate = useNavigate();
  const model = useModel(getGroupVersionKindForResource(resource));
  const [isPending, setIsPending] = useState(false);
  const [error, setError] = useState<unknown>();
  const { name = '', namespace } = resource.metadata ?? {};

  const remove = async (): Promise<void> => {
    if (model === undefined) {
      return;
    }
    setIsPending(true);
    setError(undefined);
    try {
      await (deleteAllResources === undefined
        ? k8sDeleteResource({ model, resource })
        : deleteAllResources());
      closeOverlay();
      // Leaves the page only if it is that of the deleted object.
      if (window.location.pathname.split('/').includes(encodeURIComponent(name))) {
        await navigate(redirectTo ?? listPath(model, namespace));
      }
    } catch (failure) {
      setError(failure);
      setIsPending(false);
    }
  };

  const title = `Delete ${model?.label ?? resource.kind ?? ''}?`;
  return (
    <Modal isOpen variant="small" onClose={closeOverlay} aria-label={title}>
      <ModalHeader title={title} titleIconVariant="warning" />
      <ModalBody>
        <p>
          <strong>{name}</strong> will be deleted
          {namespace === undefined ? '' : ` from namespace ${namespace}`}.
        </p>
        {message}
        {error === undefined ? null : <Alert isInline variant="danger" title={errorText(error)} />}
      </ModalBody>
      <ModalFooter>
        <Button variant="danger" isLoading={isPending} isDisabled={isPending} onClick={() => void remove()}>
          {btnText ?? 'Delete'}
        </Button>
        <Button variant="link" onClick={closeOverlay}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
};
