import type { ReactElement } from 'react';
import { ResourceLink, type K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { HelperText, HelperTextItem } from '@patternfly/react-core';
import type { TFunction } from 'i18next';
import { groupVersionKind } from '../../../k8s/models';
import { useSidecarTranslation } from '../../../i18n';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { sourcePlace, type SourcePlace } from '../../../sidecars/templates/sourcePlace';
import { visibleValue } from '../../../sidecars/text/visibleText';

const placeNote = (t: TFunction, place: SourcePlace): string | undefined => {
  switch (place) {
    case 'template':
      return t('The template brings it: it is created with the VM.');
    case 'namespaceOfMade':
      return t('It must be in the namespace of each VM that is made.');
    case 'parameter':
      return t('The name has a parameter. It must be in the namespace of each VM that is made.');
    case 'namespace':
      return undefined;
  }
};

interface SourceNameProps {
  vm: VirtualMachine;
  model: K8sModel;
  name: string;
}

/** The name of a sidecar's ConfigMap or claim, and where it must be if that is not where the VM is. */
export const SourceName = ({ vm, model, name }: SourceNameProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const place = sourcePlace(vm, name);
  const note = placeNote(t, place);
  return (
    <>
      {place === 'namespace' ? (
        <ResourceLink
          groupVersionKind={groupVersionKind(model)}
          name={visibleValue(name)}
          namespace={vm.metadata.namespace ?? ''}
        />
      ) : (
        <span className="pf-v6-u-font-family-monospace">{visibleValue(name)}</span>
      )}
      {note === undefined ? null : (
        <HelperText>
          <HelperTextItem>{note}</HelperTextItem>
        </HelperText>
      )}
    </>
  );
};
