import { SIDECARS_ANNOTATION } from '../annotation/constants';
import { diagnose, type DiagnosisFinding } from '../diagnosis/diagnose';
import type { ConfigMap, KubeVirt, Pod, VirtualMachine, VirtualMachineInstance } from '../objects/resources';
import type { RecordedCall } from './recorderLog';
import { RECORD_PREFIX } from './recorder';
import type { TrialPlan } from './trialPlan';

interface TrialDiagnosisInput {
  vm: VirtualMachine;
  plan: TrialPlan;
  instance: VirtualMachineInstance;
  pod: Pod | undefined;
  logs: Readonly<Record<string, string>>;
  calls: Readonly<Record<number, readonly RecordedCall[]>>;
  configMaps: ReadonlyMap<string, ConfigMap>;
  kubevirt: KubeVirt | undefined;
}

/** The log as it would be without the recorder: what the scripts wrote to stderr in place of the records. */
const withoutRecords = (log: string, calls: readonly RecordedCall[]): string =>
  [
    ...log.split('\n').filter((line) => !line.includes(`${RECORD_PREFIX} `)),
    ...calls.flatMap(({ stderr, hookPoint }) =>
      stderr
        .split('\n')
        .filter((line) => line !== '')
        .map((msg) => JSON.stringify({ component: 'shim-sidecar', hook: hookPoint, level: 'info', msg })),
    ),
  ].join('\n');

/** The instance with the names of the user's ConfigMaps in place of the recorders'. */
const asOfVm = (instance: VirtualMachineInstance, plan: TrialPlan): VirtualMachineInstance => {
  const text = instance.metadata.annotations?.[SIDECARS_ANNOTATION] ?? '';
  const named = plan.hooks.reduce(
    (before, hook) =>
      hook.kind === 'recorded'
        ? before.replaceAll(`"${plan.name}-${hook.index}"`, JSON.stringify(hook.source.name))
        : before,
    text,
  );
  return {
    ...instance,
    metadata: {
      ...instance.metadata,
      annotations: { ...instance.metadata.annotations, [SIDECARS_ANNOTATION]: named },
    },
  };
};

/** What is known of the failure of a trial start, as the diagnosis of a VM finds it. */
export const diagnoseTrial = (input: TrialDiagnosisInput): DiagnosisFinding[] => {
  const { vm, plan, pod, calls, configMaps, kubevirt } = input;
  const vmi = asOfVm(input.instance, plan);
  const annotation = vmi.metadata.annotations?.[SIDECARS_ANNOTATION] ?? '';
  const { template } = vm.spec;
  const logs = Object.fromEntries(
    Object.entries(input.logs).map(([container, log]) => {
      const hook = plan.hooks.find((one) => one.kind === 'recorded' && one.container === container);
      return [container, hook === undefined ? log : withoutRecords(log, calls[hook.index] ?? [])];
    }),
  );
  const findings = diagnose({
    // With the sidecars of the instance, so that the two do not differ.
    vm: {
      ...vm,
      spec: {
        ...vm.spec,
        ...(template && {
          template: { ...template, metadata: { annotations: { [SIDECARS_ANNOTATION]: annotation } } },
        }),
      },
    },
    vmi,
    pods: pod === undefined ? [] : [pod],
    logs,
    configMaps,
    kubevirt,
  });
  // What the VM's tab says all the time is not why this start failed.
  return findings.filter(({ severity }) => severity !== 'advice');
};
