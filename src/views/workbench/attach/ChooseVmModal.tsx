import type { ReactElement } from 'react';
import { useState } from 'react';
import { TypeaheadField } from '../../../components/fields/TypeaheadField';
import { FormModal } from '../../../components/FormModal';
import { LoadableBody } from '../../../components/LoadableBody';
import { useAllVms } from '../../../data/useVms';
import { useAttachSidecar, type ChosenScript } from '../../../features/attach/useAttachSidecar';
import { VirtualMachineModel } from '../../../k8s/models';
import { getObject } from '../../../k8s/read';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../../i18n';

interface ChooseVmModalProps {
  namespace: string;
  script: ChosenScript;
  closeOverlay: () => void;
}

/** Asks to which VM a script is to be attached, and opens the form for it. */
export const ChooseVmModal = ({ namespace, script, closeOverlay }: ChooseVmModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const attach = useAttachSidecar();
  const vms = useAllVms(namespace);
  const [name, setName] = useState('');
  return (
    <FormModal
      title={t('Attach {{name}} to a VM', { name: script.configMap })}
      variant="small"
      submitLabel={t('Continue')}
      blocker={name === '' ? t('Choose a VM first.') : undefined}
      onSubmit={async () => {
        // Lists have only a projection.
        attach(await getObject<VirtualMachine>(VirtualMachineModel, namespace, name), undefined, script);
      }}
      onClose={closeOverlay}
    >
      <LoadableBody value={vms} what={t('virtual machines')}>
        {(list) => (
          <TypeaheadField
            label={t('Virtual machine')}
            value={name}
            isRequired
            options={list.map(({ metadata }) => ({ value: metadata.name }))}
            placeholder={t('Choose a VM of this namespace')}
            hint={list.length === 0 ? t('There is no VM in this namespace.') : undefined}
            onChange={setName}
          />
        )}
      </LoadableBody>
    </FormModal>
  );
};
