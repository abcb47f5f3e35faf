import type { TrialPlan } from '../../sidecars/trialStart/trialPlan';
import { recordInputs, type RecordedInput } from '../tryInputs/recordedInputs';
import type { TrialEvidence } from './observeTrial';

/**
 * Makes what the calls of a trial got the inputs of quick tries. Cloud-init data is left out, because the record hides
 * values in it.
 */
export const recordTrial = (plan: TrialPlan, { seen, instance }: TrialEvidence): void => {
  const vmi = JSON.stringify(instance);
  const recordedAt = new Date().toISOString();
  const inputs = plan.hooks.flatMap((hook) =>
    (seen.calls[hook.index] ?? []).flatMap(({ hookPoint, call, input }): RecordedInput[] =>
      hookPoint === 'onDefineDomain' && input !== ''
        ? [{ namespace: plan.namespace, vm: plan.vmName, hookPoint, call, input, vmi, recordedAt }]
        : [],
    ),
  );
  if (inputs.length > 0) {
    recordInputs(inputs);
  }
};
