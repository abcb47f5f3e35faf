import type { ReactElement } from 'react';
import { useId } from 'react';
import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import type { MalformedSidecars } from '../../sidecars/annotation/annotation';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';
import { MalformedNotice } from './MalformedNotice';

interface MalformedDialogProps {
  vm: VirtualMachine;
  parsed: MalformedSidecars;
  onClose: () => void;
}

export const MalformedDialog = ({ vm, parsed, onClose }: MalformedDialogProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  return (
    <Modal
      isOpen
      variant="medium"
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-body`}
    >
      <ModalHeader
        title={t('The sidecars of {{name}} cannot be read', { name: vm.metadata.name })}
        titleIconVariant="warning"
        labelId={`${id}-title`}
      />
      <ModalBody id={`${id}-body`}>
        <MalformedNotice vm={vm} parsed={parsed} onLeave={onClose} />
      </ModalBody>
      <ModalFooter>
        <Button onClick={onClose}>{t('Close')}</Button>
      </ModalFooter>
    </Modal>
  );
};
