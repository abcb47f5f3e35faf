import type { ReactElement } from 'react';
import { useDeferredValue, useMemo } from 'react';
import { HelperText, HelperTextItem, PageSection, Stack, StackItem } from '@patternfly/react-core';
import { AllTrialLeftovers } from '../../../features/trialStart/AllTrialLeftovers';
import { GateBanner } from '../../../features/gate/GateBanner';
import { MissingNotice } from '../../../features/lists/MissingNotice';
import { LoadableBody } from '../../../components/LoadableBody';
import { loadedData } from '../../../loadable';
import { useSidecarVms } from '../../../data/useSidecarVms';
import { vmsNeedingGate } from '../../../sidecars/featureGate/vmsNeedingGate';
import { useSidecarTranslation } from '../../../i18n';
import { missingText } from './missingText';
import { NoVms } from './NoVms';
import { VmList } from './VmList';

interface VirtualMachinesTabProps {
  /** Undefined shows all namespaces. */
  namespace: string | undefined;
}

/** All VMs with their sidecars and states. */
export const VirtualMachinesTab = ({ namespace }: VirtualMachinesTabProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const vms = useSidecarVms(namespace);
  const { gate, missing } = vms;
  // Ten thousand rows are rendered in slices, so that typing and clicking do not wait.
  const deferred = useDeferredValue(vms);
  // The first rows are not deferred, or later updates would delay them.
  const isDeferredCurrent = deferred.namespace === namespace && deferred.rows.status === 'loaded';
  const { rows, isStateLoading } = isDeferredCurrent ? deferred : vms;
  const list = loadedData(rows);
  const vmsInNeed = useMemo(() => vmsNeedingGate((list ?? []).map(({ vm }) => vm)).length, [list]);
  const remaining = rows.status === 'loaded' ? rows.remaining : undefined;
  return (
    <PageSection>
      <Stack hasGutter>
        {gate.status?.enabled === false && vmsInNeed > 0 ? (
          <StackItem>
            <GateBanner gate={gate} vmsInNeed={vmsInNeed} />
          </StackItem>
        ) : null}
        {missing.length === 0 || rows.status === 'failed' ? null : (
          <StackItem>
            <MissingNotice
              title={t('Some states are not known')}
              missing={missing.map((one) => ({ ...one, consequence: missingText(t, one.list) }))}
            />
          </StackItem>
        )}
        {rows.status === 'loaded' ? <AllTrialLeftovers namespace={namespace} /> : null}
        <StackItem isFilled>
          <LoadableBody
            value={rows}
            what={t('virtual machines')}
            isAcrossNamespaces={namespace === undefined}
            empty={(all) =>
              all.length === 0 && remaining === undefined ? <NoVms namespace={namespace} /> : null
            }
          >
            {(all) => (
              <VmList rows={all} showNamespace={namespace === undefined} isStateLoading={isStateLoading} />
            )}
          </LoadableBody>
        </StackItem>
        {remaining === undefined ? null : (
          <StackItem>
            <HelperText isLiveRegion>
              <HelperTextItem>
                {remaining === 'unknown'
                  ? t('Loading more virtual machines')
                  : t('Loading {{count}} more virtual machines', { count: remaining })}
              </HelperTextItem>
            </HelperText>
          </StackItem>
        )}
      </Stack>
    </PageSection>
  );
};
