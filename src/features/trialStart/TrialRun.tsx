import type { ReactElement } from 'react';
import { Grid, GridItem, Stack, StackItem } from '@patternfly/react-core';
import { InlineAlert } from '../../components/InlineAlert';
import { FoldedText } from '../../components/FoldedText';
import type { TrialEvidence } from '../../data/trialStart/observeTrial';
import type { PreparedTrial } from '../../data/trialStart/prepareTrial';
import { useSidecarTranslation } from '../../i18n';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { visibleText } from '../../sidecars/text/visibleText';
import type { TrialPlan } from '../../sidecars/trialStart/trialPlan';
import type { TrialState } from '../../sidecars/trialStart/trialState';
import { TrialFindings } from './TrialFindings';
import { TrialCalls } from './TrialCalls';
import { trialFailureText } from './trialFailureText';
import { TrialSteps } from './TrialSteps';
import { TrialXml } from './TrialXml';

interface TrialRunProps {
  plan: TrialPlan;
  vm: VirtualMachine;
  prepared: PreparedTrial;
  evidence: TrialEvidence | undefined;
  state: TrialState;
}

/** A trial that runs, or its result. */
export const TrialRun = ({ vm, plan, prepared, evidence, state }: TrialRunProps): ReactElement => {
  const { t } = useSidecarTranslation();
  const { failure, leftBehind, step } = state;
  const failed = failure === undefined ? undefined : trialFailureText(t, failure, plan);
  return (
    <Stack hasGutter>
      {failed === undefined ? null : (
        <StackItem>
          <InlineAlert
            isLiveRegion
            variant={failure?.kind === 'cancelled' ? 'info' : 'danger'}
            title={failed.title}
            data-test="trial-failure"
          >
            {failed.said === '' ? null : <FoldedText text={visibleText(failed.said)} />}
          </InlineAlert>
        </StackItem>
      )}
      {failed === undefined && step === undefined ? (
        <StackItem>
          <InlineAlert
            isLiveRegion
            variant="success"
            title={t('The copy has started with these hook scripts')}
            data-test="trial-success"
          >
            {t('libvirt accepted the domain with the results of the scripts, and QEMU started.')}
          </InlineAlert>
        </StackItem>
      ) : null}
      {leftBehind === undefined ? null : (
        <StackItem>
          <InlineAlert
            isLiveRegion
            variant="warning"
            title={
              leftBehind === ''
                ? t('KubeVirt is still removing {{name}}', { name: plan.name })
                : t('{{name}} could not be removed', { name: plan.name })
            }
          >
            {leftBehind === ''
              ? t('It was asked to. Nothing is left to do.')
              : t('{{message}}. After ten minutes the tab Hook sidecars of the VM offers to remove it.', {
                  message: leftBehind,
                })}
          </InlineAlert>
        </StackItem>
      )}
      <StackItem>
        <Grid hasGutter>
          <GridItem md={4}>
            <TrialSteps state={state} />
          </GridItem>
          <GridItem md={8}>
            <TrialCalls plan={plan} prepared={prepared} state={state} />
          </GridItem>
        </Grid>
      </StackItem>
      <StackItem>
        <TrialXml vm={vm} state={state} />
      </StackItem>
      {evidence === undefined || failure === undefined || failure.kind === 'cancelled' ? null : (
        <StackItem>
          <TrialFindings vm={vm} plan={plan} prepared={prepared} evidence={evidence} />
        </StackItem>
      )}
    </Stack>
  );
};
