import { Alert, Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import type { ReactElement } from 'react';
import { errorText } from './errorText';

interface ErrorModalProps {
  title: string;
  error: unknown;
  closeOverlay: () => void;
}

export const ErrorModal = ({ title, error, closeOverlay }: ErrorModalProps): ReactElement => (
  <Modal isOpen variant="small" onClose={closeOverlay} aria-label={title}>
    <ModalHeader title={title} />
    <ModalBody>
      <Alert isInline variant="danger" title={errorText(error)} />
    </ModalBody>
    <ModalFooter>
      <Button onClick={closeOverlay}>Close</Button>
    </ModalFooter>
  </Modal>
);
