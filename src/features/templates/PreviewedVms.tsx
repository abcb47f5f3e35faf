import type { ReactElement } from 'react';
import { Skeleton, Stack, StackItem } from '@patternfly/react-core';
import { FailureAlert } from '../../components/FailureAlert';
import { useTemplateFacts } from '../../data/useTemplateFacts';
import { useSidecarTranslation } from '../../i18n';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import { processedVms } from '../../sidecars/templates/processedVms';
import { PreviewedVm } from './PreviewedVm';

interface PreviewedVmsProps {
  template: KubernetesObject;
  /** Where the VMs would be created. */
  namespace: string;
  /** What the server made of the template. */
  objects: readonly KubernetesObject[];
}

/** The VMs that the server made of a template, checked with the ConfigMaps of the namespace. */
export const PreviewedVms = ({ template, namespace, objects }: PreviewedVmsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { configMaps, context } = useTemplateFacts(template, namespace);
  const vms = processedVms(objects, namespace, context);
  if (vms.length === 0) {
    return <>{t('The template made no VM.')}</>;
  }
  if (configMaps.status === 'loading') {
    return <Skeleton screenreaderText={t('Loading {{what}}', { what: t('ConfigMaps') })} />;
  }
  return (
    <Stack hasGutter>
      <StackItem>{t('Checked as if it were created in namespace {{namespace}}.', { namespace })}</StackItem>
      {configMaps.status === 'failed' ? (
        <StackItem>
          <FailureAlert
            error={configMaps.error}
            title={t('The scripts are not checked: the ConfigMaps of the namespace cannot be read')}
          />
        </StackItem>
      ) : null}
      {vms.map((vm) => (
        <StackItem key={vm.name}>
          <PreviewedVm vm={vm} />
        </StackItem>
      ))}
    </Stack>
  );
};
