import { expect, it } from 'vitest';
import { SIDECARS_ANNOTATION } from '../annotation/constants';
import type {
  ConfigMap,
  KubernetesObject,
  VirtualMachine,
  VirtualMachineInstance,
  Volume,
} from '../objects/resources';
import { usersOfConfigMap } from './configMapUsers';
import { isOnlyPossible, possibleUsers } from './scriptUser';

const configMap: ConfigMap = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'scripts', namespace: 'a' },
  data: { 'new.sh': '#!/bin/sh' },
};

const vm = (annotation: string, volumes: Volume[] = [], namespace = 'a'): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'vm', namespace },
  spec: {
    template: {
      metadata: { annotations: { [SIDECARS_ANNOTATION]: annotation } },
      spec: { domain: { devices: {} }, volumes },
    },
  },
  status: { printableStatus: 'Running' },
});

const refersTo = (name: string, key: string): string =>
  `[{},${JSON.stringify({ configMap: { name, key } })}]`;

it.each<[string, VirtualMachine, boolean]>([
  ['a key that is there', vm(refersTo('scripts', 'new.sh')), true],
  ['a key that is missing', vm(refersTo('scripts', 'old.sh')), true],
  ['another ConfigMap', vm(refersTo('other', 'new.sh')), false],
  ['one of this name in another namespace', vm(refersTo('scripts', 'new.sh'), [], 'b'), false],
  ['who knows what', vm('['), false],
  ['it by a volume', vm('[]', [{ name: 'disk', configMap: { name: 'scripts' } }]), true],
  ['it by a volume, and cannot be read', vm('[', [{ name: 'disk', configMap: { name: 'scripts' } }]), true],
  [
    'it by a volume that may be empty',
    vm('[]', [{ name: 'disk', configMap: { name: 'scripts', optional: true } }]),
    false,
  ],
  ['another by a volume', vm('[]', [{ name: 'disk', configMap: { name: 'other' } }]), false],
])('a VM that names %s', (_what, user, needsIt) => {
  expect(usersOfConfigMap(configMap, [user])).toEqual(needsIt ? [{ object: user, running: true }] : []);
});

const user = vm(refersTo('scripts', 'new.sh'));

const instance = (ownerKind?: string): VirtualMachineInstance => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstance',
  metadata: {
    name: 'vmi',
    namespace: 'a',
    annotations: { [SIDECARS_ANNOTATION]: refersTo('scripts', 'new.sh') },
    ...(ownerKind !== undefined && {
      ownerReferences: [{ apiVersion: 'kubevirt.io/v1', kind: ownerKind, name: 'owner', uid: 'u' }],
    }),
  },
  spec: { domain: { devices: {} } },
  status: { phase: 'Running' },
});

it.each([
  ['without a VM counts', undefined, 1],
  ['of a VM does not count beside it', 'VirtualMachine', 0],
  ['of a replica set does not count beside it', 'VirtualMachineInstanceReplicaSet', 0],
])('an instance %s', (_what, owner, count) => {
  const users = possibleUsers({ vms: [], instances: [instance(owner)], makers: [] });
  expect(usersOfConfigMap(configMap, users)).toHaveLength(count);
});

const template = (objects: object[]): KubernetesObject =>
  ({
    apiVersion: 'template.openshift.io/v1',
    kind: 'Template',
    metadata: { name: 'template', namespace: 'a' },
    objects,
  }) as KubernetesObject;

it.each<[string, KubernetesObject, boolean, boolean]>([
  ['a replica set', { ...user, kind: 'VirtualMachineInstanceReplicaSet' }, true, false],
  [
    'a pool',
    {
      apiVersion: 'pool.kubevirt.io/v1beta1',
      kind: 'VirtualMachinePool',
      metadata: { name: 'pool', namespace: 'a' },
      spec: { virtualMachineTemplate: { spec: user.spec } },
    } as KubernetesObject,
    true,
    false,
  ],
  [
    'a VM template',
    {
      apiVersion: 'template.kubevirt.io/v1alpha1',
      kind: 'VirtualMachineTemplate',
      metadata: { name: 'template', namespace: 'a' },
      spec: { virtualMachine: { spec: user.spec } },
    } as KubernetesObject,
    true,
    false,
  ],
  ['an OpenShift template, once, which may need it', template([user, user]), true, true],
  [
    'no template with a parameter in its name',
    template([vm(refersTo('${NAME}-scripts', 'new.sh'))]),
    false,
    false,
  ],
  [
    'no template that brings its own',
    template([{ kind: 'ConfigMap', metadata: { name: 'scripts' } }, user]),
    false,
    false,
  ],
])('a ConfigMap has as user %s', (_what, maker, isUser, isPossible) => {
  const users = usersOfConfigMap(configMap, possibleUsers({ vms: [], instances: [], makers: [maker] }));
  expect(users.map(({ object, running }) => ({ name: object.metadata.name, running }))).toEqual(
    isUser ? [{ name: maker.metadata.name, running: undefined }] : [],
  );
  expect(users.some(isOnlyPossible)).toBe(isPossible);
});
