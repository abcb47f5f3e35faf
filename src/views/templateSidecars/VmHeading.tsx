import type { ReactElement } from 'react';
import { Flex, FlexItem, Title } from '@patternfly/react-core';
import { GuardedButton } from '../../components/GuardedButton';
import { prefetchAttachForm } from '../../features/attach/useAttachSidecar';
import { useSidecarTranslation } from '../../i18n';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { nameInTemplate } from '../../sidecars/objects/templateVm';
import { attachBlocker } from './attachBlocker';

interface VmHeadingProps {
  vm: VirtualMachine;
  blocked: string | undefined;
  /** Undefined if the content below offers to attach. */
  onAttach: (() => void) | undefined;
}

/** The name of one of several VMs of a template, and a button that attaches a script to it. */
export const VmHeading = ({ vm, blocked, onAttach }: VmHeadingProps): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <Flex
      justifyContent={{ default: 'justifyContentSpaceBetween' }}
      alignItems={{ default: 'alignItemsCenter' }}
    >
      <FlexItem>
        <Title headingLevel="h3">{nameInTemplate(vm) ?? t('Virtual machine')}</Title>
      </FlexItem>
      {onAttach === undefined ? null : (
        <FlexItem>
          <GuardedButton
            variant="secondary"
            reason={blocked ?? attachBlocker(t, vm)}
            onIntent={prefetchAttachForm}
            onClick={onAttach}
          >
            {t('Attach hook script')}
          </GuardedButton>
        </FlexItem>
      )}
    </Flex>
  );
};
