import type { ReactElement } from 'react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { FormModal } from '../../../components/FormModal';
import { NamespaceField } from '../../../features/namespaces/NamespaceField';
import { workbenchPath } from '../../../features/script/workbenchPath';
import { ConfigMapModel } from '../../../k8s/models';
import { useAccess } from '../../../k8s/useAccess';
import { useSidecarTranslation } from '../../../i18n';

interface NewScriptModalProps {
  /** The namespaces to choose from. */
  offered: readonly string[];
  closeOverlay: () => void;
}

/** Asks for the namespace of a new script, if the page shows all of them. */
export const NewScriptModal = ({ offered, closeOverlay }: NewScriptModalProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const navigate = useNavigate();
  const [namespace, setNamespace] = useState('');
  const isRefused =
    useAccess({ verb: 'create', model: ConfigMapModel, namespace }) === 'denied' && namespace !== '';
  return (
    <FormModal
      title={t('Create hook script')}
      variant="small"
      submitLabel={t('Write the script')}
      isBlocked={isRefused}
      blocker={namespace === '' ? t('Choose a namespace first.') : undefined}
      onSubmit={async () => {
        await navigate(workbenchPath({ namespace }));
      }}
      onClose={closeOverlay}
    >
      <NamespaceField
        label={t('Namespace')}
        placeholder={t('Choose a namespace')}
        hint={t('A hook script belongs to the namespace of its VMs.')}
        namespace={namespace}
        offered={offered}
        model={ConfigMapModel}
        refusal={t('You may not create ConfigMaps in it.')}
        problem={
          isRefused
            ? t('You may not create ConfigMaps in namespace {{namespace}}.', { namespace })
            : undefined
        }
        onChange={setNamespace}
      />
    </FormModal>
  );
};
