import type { ReactElement } from 'react';
import {
  ActionList,
  ActionListGroup,
  ActionListItem,
  Button,
  Flex,
  FlexItem,
  Title,
} from '@patternfly/react-core';
import { GuardedButton } from '../../components/GuardedButton';
import { prefetchAttachForm, useAttachSidecar } from '../../features/attach/useAttachSidecar';
import { useCopyTemplate } from '../../features/templates/useCopyTemplate';
import { usePreviewVm } from '../../features/templates/usePreviewVm';
import { useSidecarTranslation } from '../../i18n';
import { holderKind } from '../../sidecars/objects/holder';
import type { KubernetesObject, VirtualMachine } from '../../sidecars/objects/resources';
import { templateAnnotation } from '../../sidecars/objects/vm';
import { isSharedTemplate } from '../../sidecars/templates/sharedTemplate';
import { attachBlocker } from './attachBlocker';

interface TemplateHeadProps {
  object: KubernetesObject;
  vms: readonly VirtualMachine[];
  blocked: string | undefined;
}

/** The heading of the tab with the actions on the whole template, and on its VM if it has only one. */
export const TemplateHead = ({ object, vms, blocked }: TemplateHeadProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const attach = useAttachSidecar();
  const preview = usePreviewVm();
  const copy = useCopyTemplate();
  const [only, another] = vms;
  const isAlone = only !== undefined && another === undefined;
  // The empty state below offers the same.
  const attachable = isAlone && templateAnnotation(only) !== undefined ? only : undefined;
  const kind = holderKind(object);
  return (
    <Flex
      justifyContent={{ default: 'justifyContentSpaceBetween' }}
      alignItems={{ default: 'alignItemsCenter' }}
    >
      <FlexItem>
        <Title headingLevel="h2">{t('Hook sidecars')}</Title>
      </FlexItem>
      {vms.length === 0 ? null : (
        <FlexItem>
          <ActionList>
            <ActionListGroup>
              {kind === 'VirtualMachinePool' ? null : (
                <ActionListItem>
                  <Button
                    variant="secondary"
                    onClick={() => {
                      preview(object);
                    }}
                  >
                    {t('Preview a VM')}
                  </Button>
                </ActionListItem>
              )}
              {isSharedTemplate(object) ? (
                <ActionListItem>
                  <Button
                    onClick={() => {
                      copy(object);
                    }}
                  >
                    {t('Copy to a project')}
                  </Button>
                </ActionListItem>
              ) : null}
              {attachable === undefined ? null : (
                <ActionListItem>
                  <GuardedButton
                    reason={blocked ?? attachBlocker(t, attachable)}
                    onIntent={prefetchAttachForm}
                    onClick={() => {
                      attach(attachable);
                    }}
                  >
                    {t('Attach hook script')}
                  </GuardedButton>
                </ActionListItem>
              )}
            </ActionListGroup>
          </ActionList>
        </FlexItem>
      )}
    </Flex>
  );
};
