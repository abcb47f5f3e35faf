import { expect, it } from 'vitest';
import type { KubernetesObject, ObjectMeta, VirtualMachine } from '../objects/resources';
import { isMadeFrom } from './madeFrom';

const holder = (kind: string, namespace = 'team'): KubernetesObject => ({
  apiVersion: 'any/v1',
  kind,
  metadata: { name: 'base', namespace, uid: 'u1' },
});

const named = (template: string, namespace?: string): Partial<ObjectMeta> => ({
  labels: {
    'vm.kubevirt.io/template': template,
    ...(namespace !== undefined && { 'vm.kubevirt.io/template.namespace': namespace }),
  },
});

const owned = (uid: string, controller: boolean): Partial<ObjectMeta> => ({
  ownerReferences: [
    { apiVersion: 'pool.kubevirt.io/v1beta1', kind: 'VirtualMachinePool', name: 'base', uid, controller },
  ],
});

it.each<[KubernetesObject, string, Partial<ObjectMeta>, boolean]>([
  [holder('Template'), 'both labels', named('base', 'team'), true],
  [holder('Template'), 'the template of another namespace', named('base', 'other'), false],
  [holder('Template'), 'another template', named('other', 'team'), false],
  [holder('Template'), 'no labels', {}, false],
  [holder('Template'), 'no namespace, in the same one', named('base'), true],
  [holder('Template', 'elsewhere'), 'no namespace, in another one', named('base'), false],
  [holder('Template', 'openshift'), 'no namespace, of a shared template', named('base'), true],
  [holder('VirtualMachineTemplate'), 'both labels', named('base', 'team'), true],
  [holder('VirtualMachineTemplate'), 'no labels', {}, false],
  [holder('VirtualMachinePool'), 'its controller', owned('u1', true), true],
  [holder('VirtualMachinePool'), 'another controller', owned('u2', true), false],
  [holder('VirtualMachinePool'), 'an owner that is no controller', owned('u1', false), false],
  [holder('VirtualMachinePool'), 'labels of a template', named('base', 'team'), false],
  [holder('VirtualMachine'), 'labels of a template', named('base', 'team'), false],
])('a VM of %s with %s', (object, _what, metadata, expected) => {
  const vm: VirtualMachine = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'vm', namespace: 'team', ...metadata },
    spec: {},
  };
  expect(isMadeFrom(object, vm)).toBe(expected);
});
