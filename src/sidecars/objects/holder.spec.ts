import { expect, it } from 'vitest';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import { A, vm, vmi } from '../state/stateFixtures';
import { asVm, holderKind, holderResource, instanceOwner, replicaSetSelector } from './holder';
import type { KubernetesObject, VirtualMachineInstanceReplicaSet } from './resources';
import { misplacedAnnotation, templateAnnotation, vmStatus } from './vm';

const SET = 'VirtualMachineInstanceReplicaSet';

const set = (
  status: VirtualMachineInstanceReplicaSet['status'],
  spec: VirtualMachineInstanceReplicaSet['spec'] = {},
): VirtualMachineInstanceReplicaSet => ({
  ...vm(A),
  kind: SET,
  spec: { ...vm(A).spec, ...spec },
  ...(status === undefined ? {} : { status }),
});

it('takes an object of unknown kind for a VM', () => {
  expect(holderKind({ kind: '' })).toBe('VirtualMachine');
  expect(holderKind({ kind: SET })).toBe(SET);
});

it.each([
  ['VirtualMachine', 'vm'],
  ['VirtualMachineInstance', 'vmi'],
  [SET, 'vmirs'],
])('%s is %s on the command line', (kind, resource) => {
  expect(holderResource({ kind })).toBe(resource);
});

it.each<[string, string[], string | undefined]>([
  ['nothing', [], undefined],
  ['a VM', ['VirtualMachine'], 'VirtualMachine'],
  ['a replica set', [SET], SET],
  ['something unrelated', ['Job'], undefined],
  ['another instance', ['VirtualMachineInstance'], undefined],
])('finds what made an instance: %s', (_what, kinds, expected) => {
  const ownerReferences = kinds.map((kind) => ({ apiVersion: 'v1', kind, name: 'x', uid: 'u' }));
  expect(instanceOwner({ ...vmi(A), metadata: { ...vmi(A).metadata, ownerReferences } })?.kind).toBe(
    expected,
  );
});

it('shows an instance as a VM with what it was created with', () => {
  const shape = asVm(vmi(A, { phase: 'Scheduling' }));
  expect([shape.kind, templateAnnotation(shape), misplacedAnnotation(shape), vmStatus(shape)]).toEqual([
    'VirtualMachineInstance',
    A,
    undefined,
    'Scheduling',
  ]);
  expect(shape.status?.created).toBe(true);
  const plain = asVm(vmi(undefined));
  expect(plain.spec.template?.metadata?.annotations).not.toHaveProperty(SIDECARS_ANNOTATION);
});

it.each<[VirtualMachineInstanceReplicaSet, string, boolean]>([
  [set({ replicas: 3, readyReplicas: 2 }, { replicas: 3 }), '2/3', true],
  [set(undefined), '0/1', false],
  [set({ replicas: 0 }, { replicas: 0 }), '0/0', false],
])('shows how many instances of a replica set are ready', (object, status, created) => {
  const shape = asVm(object);
  expect([shape.kind, templateAnnotation(shape), vmStatus(shape), shape.status?.created]).toEqual([
    SET,
    A,
    status,
    created,
  ]);
});

it('leaves a VM as it is', () => {
  const object: KubernetesObject = vm(A);
  expect(asVm(object)).toBe(object);
});

it('selects the instances of a replica set by its labels', () => {
  const selector = { matchLabels: { app: 'web', tier: '1' } };
  expect(replicaSetSelector(set(undefined, { selector }))).toBe('app=web,tier=1');
  expect(replicaSetSelector(set(undefined))).toBe('');
  expect(replicaSetSelector(vm(A))).toBeUndefined();
});
