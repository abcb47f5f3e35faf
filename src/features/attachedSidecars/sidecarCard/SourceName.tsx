import type { ReactElement } from 'react';
import { ResourceLink, type K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { HelperText, HelperTextItem } from '@patternfly/react-core';
import { groupVersionKind } from '../../../k8s/models';
import { useSidecarTranslation } from '../../../i18n';
import { placeNote } from '../../templates/placeNote';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { sourcePlace } from '../../../sidecars/templates/sourcePlace';
import { visibleValue } from '../../../sidecars/text/visibleText';

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
