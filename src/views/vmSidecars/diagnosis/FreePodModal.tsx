import type { ReactElement } from 'react';
import { Content } from '@patternfly/react-core';
import { FormModal } from '../../../components/FormModal';
import { PodModel } from '../../../k8s/models';
import { deleteObject } from '../../../k8s/write';
import type { Pod } from '../../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../../i18n';

export interface FreePodModalProps {
  pod: Pod;
  closeOverlay: () => void;
}

/** Asks before it deletes a pod that its VM has left. */
export const FreePodModal = ({ pod, closeOverlay }: FreePodModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <FormModal
      title={t('Delete pod {{name}}?', { name: pod.metadata.name })}
      titleIconVariant="warning"
      variant="small"
      submitLabel={t('Delete')}
      danger
      onSubmit={async () => deleteObject(PodModel, pod, { ifUnchanged: false })}
      onClose={closeOverlay}
    >
      <Content component="p">
        {t(
          'The VM is no longer in this pod: its virt-launcher has ended, only sidecars are left. They end with the pod, and the VM is not touched.',
        )}
      </Content>
    </FormModal>
  );
};
