import { expect, it } from 'vitest';
import { sidecarState, type StateInput } from './state';
import { A, AB, B, container, pod, vm, vmi } from './stateFixtures';

const ENDED = pod([container('hook-sidecar-0', { terminated: { exitCode: 1 } })]);
const FORESEEN: StateInput['findings'] = [
  {
    id: 'configMapMissing',
    severity: 'error',
    params: { name: 'b' },
    place: { kind: 'annotation', index: 1 },
  },
];
const changed: StateInput['configMaps'] = new Map([
  [
    'a',
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'a', creationTimestamp: '2027-01-01T00:00:00Z' },
    },
  ],
]);
const leaving = vmi(A);
leaving.metadata.deletionTimestamp = '2026-01-01T10:00:09Z';

it.each<[string, StateInput, boolean]>([
  ['runs what is attached', { vm: vm(A), vmi: vmi(A) }, false],
  ['does not run', { vm: vm(A) }, false],
  ['runs something else', { vm: vm(B), vmi: vmi(A) }, true],
  ['has one sidecar more, while another one fails', { vm: vm(AB), vmi: vmi(A), launcherPod: ENDED }, true],
  [
    'fails with a script that was changed since',
    { vm: vm(A), vmi: vmi(A), launcherPod: ENDED, configMaps: changed },
    true,
  ],
  ['fails as it would again', { vm: vm(A), vmi: vmi(A), launcherPod: ENDED }, false],
  ['runs what is detached', { vm: vm(undefined), vmi: vmi(A) }, true],
  ['was started with what cannot be read', { vm: vm(A), vmi: vmi('[', { phase: 'Scheduling' }) }, true],
  ['would not start again', { vm: vm(AB), vmi: vmi(A), findings: FORESEEN }, false],
  [
    'would not start again, while another sidecar fails',
    { vm: vm(AB), vmi: vmi(A), findings: FORESEEN, launcherPod: ENDED },
    false,
  ],
  ['is refused while the gate is off', { vm: vm(AB), vmi: vmi(A), gate: { enabled: false } }, false],
  ['is on a lost node', { vm: vm(AB), vmi: vmi(A, { phase: 'Unknown' }) }, false],
  ['is being stopped', { vm: vm(AB), vmi: leaving }, false],
])('whether a VM that %s needs a restart', (_name, input, expected) => {
  expect(sidecarState(input).needsRestart === true).toBe(expected);
});
