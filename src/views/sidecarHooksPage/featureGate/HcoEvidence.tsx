import type { ReactElement } from 'react';
import { Card, CardBody, CardTitle, Content } from '@patternfly/react-core';
import { LoadableBody } from '../../../components/LoadableBody';
import type { Gate } from '../../../data/useGate';
import { useSidecarTranslation } from '../../../i18n';
import { HcoObjectEvidence } from './HcoObjectEvidence';

/** What the HyperConverged object requests of KubeVirt, or why that is not known. */
export const HcoEvidence = ({ gate }: { gate: Gate }): ReactElement => {
  const { t } = useSidecarTranslation();
  return (
    <Card>
      <CardTitle component="h3">{t('What HCO requests')}</CardTitle>
      <CardBody>
        <LoadableBody value={gate.hco} what={t('the HyperConverged object')}>
          {(found) => {
            switch (found.kind) {
              case 'found':
                return <HcoObjectEvidence hco={found.hco} model={found.model} status={gate.status?.hco} />;
              case 'none':
                return (
                  <Content component="p">
                    {t(
                      'The HyperConverged operator is installed, but there is no HyperConverged object. The gate is set in the KubeVirt object.',
                    )}
                  </Content>
                );
              case 'forbidden':
                return (
                  <Content component="p">
                    {t(
                      'You may not read the HyperConverged object: only administrators of the cluster, or of its namespace, may. The KubeVirt object still shows whether the gate is on.',
                    )}
                  </Content>
                );
              case 'notInstalled':
                return (
                  <Content component="p">
                    {t(
                      'The cluster has no HyperConverged operator. The gate is set in the KubeVirt object itself.',
                    )}
                  </Content>
                );
            }
          }}
        </LoadableBody>
      </CardBody>
    </Card>
  );
};
