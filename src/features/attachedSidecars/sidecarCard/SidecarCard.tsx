import type { ReactElement, ReactNode } from 'react';
import { Card, CardBody, CardHeader, CardTitle, Flex, FlexItem, Label } from '@patternfly/react-core';
import { sidecarName } from '../../../sidecars/annotation/sidecarName';
import type { Loadable } from '../../../loadable';
import type { ConfigMap, VirtualMachine } from '../../../sidecars/objects/resources';
import { hookPointOf, type Sidecar } from '../../../sidecars/annotation/sidecar';
import { useSidecarTranslation } from '../../../i18n';
import { SidecarDetails } from './SidecarDetails';
import { SidecarMenu, type SidecarActions } from './SidecarMenu';

interface SidecarCardProps {
  vm: VirtualMachine;
  sidecar: Sidecar;
  /** Its position in its list, from 0. */
  index: number;
  configMaps: Loadable<ReadonlyMap<string, ConfigMap>>;
  state: ReactNode;
  /** Undefined for a read-only card. */
  actions?: SidecarActions | undefined;
  blocked?: string | undefined;
}

/** One sidecar: name, state, details and actions. */
export const SidecarCard = ({
  vm,
  sidecar,
  index,
  configMaps,
  state,
  actions,
  blocked,
}: SidecarCardProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const number = t('Sidecar {{number}}', { number: index + 1 });
  const name = sidecarName(sidecar);
  const hookPoint = hookPointOf(sidecar);
  const menu = actions && (
    <SidecarMenu actions={actions} name={name === '' ? number : name} blocked={blocked} />
  );
  return (
    <Card isCompact data-test={`sidecar-${index}`}>
      <CardHeader actions={menu === undefined ? undefined : { actions: menu, hasNoOffset: true }}>
        <CardTitle component="h3" className="pf-v6-u-text-break-word">
          <Flex gap={{ default: 'gapSm' }} alignItems={{ default: 'alignItemsCenter' }}>
            <FlexItem>{name === '' ? number : t('{{number}}: {{name}}', { number, name })}</FlexItem>
            {hookPoint === undefined ? null : (
              <FlexItem>
                <Label isCompact variant="outline">
                  {hookPoint}
                </Label>
              </FlexItem>
            )}
            <FlexItem>{state}</FlexItem>
          </Flex>
        </CardTitle>
      </CardHeader>
      <CardBody>
        <SidecarDetails vm={vm} sidecar={sidecar} configMaps={configMaps} />
      </CardBody>
    </Card>
  );
};
