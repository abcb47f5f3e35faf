import type { ReactElement } from 'react';
import { PageSection, Stack, StackItem } from '@patternfly/react-core';
import { LoadableBody } from '../../../components/LoadableBody';
import { versionLacks } from '../../../sidecars/featureGate/versionLacks';
import { useSidecarTranslation } from '../../../i18n';
import { DeprecationNotice } from './DeprecationNotice';
import { GateHead } from './GateHead';
import { GateWaitAlert } from './GateWaitAlert';
import { HcoEvidence } from './HcoEvidence';
import { KubeVirtEvidence } from './KubeVirtEvidence';
import { useGateWait } from './useGateWait';
import { VersionNotice } from './VersionNotice';

/** The state of the feature gate, its evidence, and the buttons to change it. */
const FeatureGateTab = (): ReactElement => {
  const { t } = useSidecarTranslation();
  const { gate, wait, now, begin, end } = useGateWait();
  const { status } = gate;
  const lacks = versionLacks(status?.version);
  return (
    <PageSection hasBodyWrapper={false}>
      <LoadableBody value={gate.kubevirt} what={t('the KubeVirt object')}>
        {(kubevirt) =>
          status === undefined ? null : (
            <Stack hasGutter>
              {wait === undefined ? null : (
                <StackItem>
                  <GateWaitAlert wait={wait} now={now} gate={gate} onClose={end} />
                </StackItem>
              )}
              <StackItem>
                <GateHead gate={gate} status={status} onWritten={begin} />
              </StackItem>
              {status.deprecated === true && status.version !== undefined ? (
                <StackItem>
                  <DeprecationNotice version={status.version} />
                </StackItem>
              ) : null}
              {lacks.length > 0 && status.version !== undefined ? (
                <StackItem>
                  <VersionNotice version={status.version} lacks={lacks} />
                </StackItem>
              ) : null}
              {kubevirt === undefined ? null : (
                <StackItem>
                  <KubeVirtEvidence kubevirt={kubevirt} status={status} />
                </StackItem>
              )}
              <StackItem>
                <HcoEvidence gate={gate} />
              </StackItem>
            </Stack>
          )
        }
      </LoadableBody>
    </PageSection>
  );
};

export default FeatureGateTab;
