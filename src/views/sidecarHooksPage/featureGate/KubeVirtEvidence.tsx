import type { ReactElement } from 'react';
import { ResourceLink } from '@openshift-console/dynamic-plugin-sdk';
import {
  Card,
  CardBody,
  CardTitle,
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
  HelperText,
  HelperTextItem,
} from '@patternfly/react-core';
import { groupVersionKind, KubeVirtModel } from '../../../k8s/models';
import type { GateStatus } from '../../../sidecars/featureGate/gateStatus';
import type { KubeVirt } from '../../../sidecars/objects/resources';
import { useSidecarTranslation } from '../../../i18n';
import { GateChips } from './GateChips';

interface KubeVirtEvidenceProps {
  kubevirt: KubeVirt;
  status: GateStatus;
}

const KUBEVIRT = groupVersionKind(KubeVirtModel);

/** The feature gates in the KubeVirt object, which are the ones that take effect. */
export const KubeVirtEvidence = ({ kubevirt, status }: KubeVirtEvidenceProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { name, namespace } = kubevirt.metadata;
  const { featureGates, disabledFeatureGates, misspelt, version, phase } = status;
  return (
    <Card>
      <CardTitle component="h3">{t('What KubeVirt does')}</CardTitle>
      <CardBody>
        <DescriptionList isHorizontal isCompact horizontalTermWidthModifier={{ default: '11rem' }}>
          <DescriptionListGroup>
            <DescriptionListTerm>{t('KubeVirt object')}</DescriptionListTerm>
            <DescriptionListDescription>
              <ResourceLink groupVersionKind={KUBEVIRT} name={name} namespace={namespace} />
            </DescriptionListDescription>
          </DescriptionListGroup>
          <DescriptionListGroup>
            <DescriptionListTerm>{t('Version')}</DescriptionListTerm>
            <DescriptionListDescription>{version ?? t('Not reported')}</DescriptionListDescription>
          </DescriptionListGroup>
          <DescriptionListGroup>
            <DescriptionListTerm>{t('Phase')}</DescriptionListTerm>
            <DescriptionListDescription>{phase ?? t('Not reported')}</DescriptionListDescription>
          </DescriptionListGroup>
          <DescriptionListGroup>
            <DescriptionListTerm>{t('Feature gates')}</DescriptionListTerm>
            <DescriptionListDescription>
              <GateChips gates={featureGates} label={t('Feature gates')} misspelt={misspelt} />
              {misspelt === undefined ? null : (
                <HelperText className="pf-v6-u-mt-sm">
                  <HelperTextItem variant="warning">
                    {t('KubeVirt lists "{{gate}}", which it ignores: the name is spelt Sidecar.', {
                      gate: misspelt,
                    })}
                  </HelperTextItem>
                </HelperText>
              )}
            </DescriptionListDescription>
          </DescriptionListGroup>
          <DescriptionListGroup>
            <DescriptionListTerm>{t('Disabled feature gates')}</DescriptionListTerm>
            <DescriptionListDescription>
              <GateChips gates={disabledFeatureGates} label={t('Disabled feature gates')} isDisabledList />
            </DescriptionListDescription>
          </DescriptionListGroup>
        </DescriptionList>
      </CardBody>
    </Card>
  );
};
