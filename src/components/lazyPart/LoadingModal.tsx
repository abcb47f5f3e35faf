import type { ReactElement } from 'react';
import { Bullseye, Modal, ModalBody, Spinner } from '@patternfly/react-core';
import { useSidecarTranslation } from '../../i18n';

/** Replaces a form while its code loads. */
export const LoadingModal = ({ onClose }: { onClose: () => void }): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <Modal isOpen variant="large" onClose={onClose} aria-label={t('Loading the form')}>
      <ModalBody>
        <Bullseye>
          <Spinner aria-label={t('Loading the form')} />
        </Bullseye>
      </ModalBody>
    </Modal>
  );
};
