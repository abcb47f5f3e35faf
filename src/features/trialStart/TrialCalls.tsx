import type { ReactElement } from 'react';
import { Stack, StackItem, Title } from '@patternfly/react-core';
import type { PreparedTrial } from '../../data/trialStart/prepareTrial';
import { useSidecarTranslation } from '../../i18n';
import { parseExpectedResults, type Expectation } from '../../sidecars/domainXml/expectedResults';
import type { ConfigMap } from '../../sidecars/objects/resources';
import type { TrialPlan } from '../../sidecars/trialStart/trialPlan';
import type { TrialState } from '../../sidecars/trialStart/trialState';
import { annotationOf } from '../expectations/useSaveExpectations';
import { CallsResult } from '../tries/result/CallsResult';

interface TrialCallsProps {
  plan: TrialPlan;
  prepared: PreparedTrial;
  state: TrialState;
}

const expectationsOf = (configMap: ConfigMap | undefined): readonly Expectation[] => {
  const expected = parseExpectedResults(configMap && annotationOf(configMap));
  return expected.kind === 'parsed' ? expected.expectations : [];
};

/** The calls of all recorded hooks, as they come. */
export const TrialCalls = ({
  plan,
  prepared: { configMaps, kubevirt },
  state: { step, seen },
}: TrialCallsProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const isRunning = step !== undefined && step !== 'read' && step !== 'cleanUp';
  return (
    <Stack hasGutter>
      {plan.hooks.flatMap((hook) => {
        const calls = seen?.calls[hook.index] ?? [];
        return hook.kind === 'unrecorded' || (calls.length === 0 && isRunning)
          ? []
          : [
              <StackItem key={hook.index} data-test={`trial-hook-${hook.index}`}>
                <Title headingLevel="h3" size="md" className="pf-v6-u-text-break-word pf-v6-u-mb-sm">
                  {hook.name}
                </Title>
                {calls.length === 0 ? (
                  t('No call of it was recorded.')
                ) : (
                  <CallsResult
                    // While a call runs, its result is not there.
                    calls={isRunning ? calls.filter((call) => !call.isRunning) : calls}
                    expectations={expectationsOf(configMaps.get(hook.source.name))}
                    kubevirtVersion={kubevirt?.status?.observedKubeVirtVersion}
                    isRunning={isRunning}
                  />
                )}
              </StackItem>,
            ];
      })}
    </Stack>
  );
};
