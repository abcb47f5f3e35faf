import type { KubernetesEvent, Pod, VirtualMachine } from '../objects/resources';
import { A, container, pod, vm, vmi } from '../state/stateFixtures';
import { DIAGNOSIS_ENTRIES } from './diagnosisEntries';
import { diagnose, type DiagnosisFinding, type DiagnosisId, type DiagnosisInput } from './diagnose';

/** A sidecar with ConfigMap `a`, key `k`, as in the annotation `A`. */
export const EDIT_A = { kind: 'editScript', configMap: 'a', key: 'k' };

/** An instance that does not come up, for what KubeVirt says of it. */
export const failing = (message: string, annotation = A): DiagnosisInput => ({
  vm: vm(annotation),
  vmi: vmi(annotation, {
    phase: 'Scheduling',
    conditions: [
      {
        type: 'Synchronized',
        status: 'False',
        reason: 'FailedCreate',
        message,
        lastTransitionTime: '2026-01-01T10:00:05Z',
      },
    ],
  }),
});

export const withLog = (name: string, log: string, annotation = A): DiagnosisInput => ({
  vm: vm(annotation),
  vmi: vmi(annotation, { phase: 'Scheduled' }),
  logs: { [name]: log },
});

export const running = (input: DiagnosisInput = {}, annotation = A): DiagnosisInput => ({
  vm: vm(annotation),
  vmi: vmi(annotation),
  ...input,
});

export const jsonLine = (fields: Record<string, unknown>): string =>
  JSON.stringify({ level: 'info', ...fields });

/** The line in which virt-launcher logs what libvirt gets. */
export const dump = (xml: string, time = '2026-01-01T10:00:10Z'): string =>
  jsonLine({
    component: 'virt-launcher',
    msg: `Domain XML generated. Base64 dump ${btoa(xml)}`,
    timestamp: time,
  });

export const launcher = (statuses: Parameters<typeof pod>[0], status: Pod['status'] = {}): Pod => {
  const made = pod(statuses, status);
  return {
    ...made,
    metadata: { ...made.metadata, labels: { 'vm.kubevirt.io/name': 'vm', 'kubevirt.io': 'virt-launcher' } },
  };
};

export const warning = (
  message: string,
  time = '2026-01-01T10:00:06Z',
  changes: Partial<KubernetesEvent> = {},
): KubernetesEvent => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name: 'e', namespace: 'a' },
  involvedObject: { kind: 'VirtualMachineInstance', name: 'vm' },
  type: 'Warning',
  reason: 'SyncFailed',
  message,
  lastTimestamp: time,
  ...changes,
});

export const onVm = (
  change: (vm: VirtualMachine) => void,
  annotation: string | undefined = A,
): VirtualMachine => {
  const made = vm(annotation);
  change(made);
  return made;
};

/** Throws where a finding lacks a parameter of its text, which would show as a raw placeholder. */
export const idsOf = (input: DiagnosisInput): DiagnosisId[] =>
  diagnose(input).map(({ id, params }) => {
    const { what, why, cure } = DIAGNOSIS_ENTRIES[id];
    const named = [what, why, cure].flatMap((text) => [...String(text).matchAll(/\{\{(\w+)\}\}/g)]);
    const missing = named.flatMap(([, name = '']) => (name in params ? [] : [name]));
    if (missing.length > 0) {
      throw new Error(`${id} lacks ${missing.join(', ')}`);
    }
    return id;
  });

export const first = (input: DiagnosisInput): DiagnosisFinding | undefined => diagnose(input)[0];

export { A, container };
