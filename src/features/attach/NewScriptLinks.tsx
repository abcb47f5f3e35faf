import type { ReactElement } from 'react';
import { useId } from 'react';
import { Flex } from '@patternfly/react-core';
import { useNavigate } from 'react-router';
import { GuardedButton } from '../../components/GuardedButton';
import { useLeaveForm } from '../../components/leaveForm';
import { ConfigMapModel } from '../../k8s/models';
import { useAccess } from '../../k8s/useAccess';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../i18n';
import { attachToText } from '../script/attachTo';
import { workbenchPath } from '../script/workbenchPath';

/** Leave the form for the page that makes a script, which leads back here. */
export const NewScriptLinks = ({ vm }: { vm: VirtualMachine }): ReactElement => {
  const { t } = useSidecarTranslation();
  const id = useId();
  const { namespace = '' } = vm.metadata;
  const navigate = useNavigate();
  const leaveForm = useLeaveForm();
  const isDenied = useAccess({ verb: 'create', model: ConfigMapModel, namespace }) === 'denied';
  const link = (text: string, from?: string): ReactElement => (
    <GuardedButton
      variant="link"
      isInline
      reason={isDenied ? t('You may not create ConfigMaps in this namespace.') : undefined}
      onClick={() => {
        leaveForm(() => {
          void navigate(workbenchPath({ namespace, from, attachTo: attachToText(vm) }));
        });
      }}
    >
      {text}
    </GuardedButton>
  );
  return (
    <Flex role="group" aria-labelledby={id} columnGap={{ default: 'columnGapMd' }}>
      <span id={id}>{t('New hook script:')}</span>
      {link(t('From a recipe'))}
      {link(t('Write it yourself'), 'example')}
    </Flex>
  );
};
