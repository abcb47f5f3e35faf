import type { ReactElement } from 'react';
import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useSidecarTranslation } from '../../i18n';

interface LeaveModalProps {
  onStay: () => void;
  onDiscard: () => void;
}

/** Asks before unsaved text is discarded by leaving the page. */
export const LeaveModal = ({ onStay, onDiscard }: LeaveModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const title = t('Leave without saving?');
  return (
    <Modal isOpen variant="small" onClose={onStay} aria-label={title}>
      <ModalHeader title={title} titleIconVariant="warning" />
      <ModalBody>{t('Your changes of the script are not saved.')}</ModalBody>
      <ModalFooter>
        <Button variant="primary" onClick={onStay}>
          {t('Keep editing')}
        </Button>
        <Button variant="danger" onClick={onDiscard}>
          {t('Discard and leave')}
        </Button>
      </ModalFooter>
    </Modal>
  );
};
