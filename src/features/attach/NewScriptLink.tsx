import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { PlusCircleIcon } from '@patternfly/react-icons';
import { GuardedButton } from '../../components/GuardedButton';
import { useLeaveForm } from '../../components/leaveForm';
import { ConfigMapModel } from '../../k8s/models';
import { useAccess } from '../../k8s/useAccess';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';
import { workbenchPath } from '../script/workbenchPath';

/** Leaves the form for the page that writes a script, which leads back here. */
export const NewScriptLink = ({ vm }: { vm: VirtualMachine }): ReactElement => {
  const { t } = useSidecarTranslation();
  const { namespace = '', name } = vm.metadata;
  const navigate = useNavigate();
  const leaveForm = useLeaveForm();
  const isDenied = useAccess({ verb: 'create', model: ConfigMapModel, namespace }) === 'denied';
  return (
    <div>
      <GuardedButton
        variant="link"
        isInline
        icon={<PlusCircleIcon />}
        reason={isDenied ? t('You may not create ConfigMaps in this namespace.') : undefined}
        onClick={() => {
          leaveForm(() => {
            void navigate(workbenchPath({ namespace, attachTo: name }));
          });
        }}
      >
        {t('Write a new hook script')}
      </GuardedButton>
    </div>
  );
};
