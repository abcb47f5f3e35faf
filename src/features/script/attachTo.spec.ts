import { expect, it } from 'vitest';
import type { KubernetesObject } from '../../sidecars/objects/resources';
import { vmOfTarget } from '../../sidecars/objects/attachTarget';
import { sourceOf, vmsOfHolder } from '../../sidecars/objects/templateVm';
import { attachToOf, attachToText } from './attachTo';
import { workbenchPath } from './workbenchPath';

const metadata = { namespace: 'team', name: 'web' };
const manifest = (name?: string): Record<string, unknown> => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { ...(name !== undefined && { name }) },
  spec: {},
});
const object = (apiVersion: string, kind: string, fields: object): KubernetesObject => ({
  apiVersion,
  kind,
  metadata,
  ...fields,
});
const template = (...names: (string | undefined)[]): KubernetesObject =>
  object('template.openshift.io/v1', 'Template', {
    objects: [{ kind: 'Secret', apiVersion: 'v1' }, ...names.map(manifest)],
  });
const pool = (version: string): KubernetesObject =>
  object(`pool.kubevirt.io/${version}`, 'VirtualMachinePool', {
    spec: { virtualMachineTemplate: manifest() },
  });

it.each<[string, KubernetesObject, number]>([
  ['web', object('kubevirt.io/v1', 'VirtualMachine', { spec: {} }), 0],
  [
    'kubevirt.io~v1~VirtualMachineInstanceReplicaSet~web',
    object('kubevirt.io/v1', 'VirtualMachineInstanceReplicaSet', { spec: {} }),
    0,
  ],
  ['pool.kubevirt.io~v1beta1~VirtualMachinePool~web', pool('v1beta1'), 0],
  ['pool.kubevirt.io~v1alpha1~VirtualMachinePool~web', pool('v1alpha1'), 0],
  [
    'template.kubevirt.io~v1alpha1~VirtualMachineTemplate~web',
    object('template.kubevirt.io/v1alpha1', 'VirtualMachineTemplate', {
      spec: { virtualMachine: manifest('${NAME}') },
    }),
    0,
  ],
  ['template.openshift.io~v1~Template~web~${NAME}-a', template('${NAME}-a', '${NAME}-b'), 0],
  ['template.openshift.io~v1~Template~web~${NAME}-b', template('${NAME}-a', '${NAME}-b'), 1],
  ['template.openshift.io~v1~Template~web~a~b&c', template('a', 'a~b&c'), 1],
  ['template.openshift.io~v1~Template~web', template(undefined), 0],
])('the address says %s, which is read as the same VM', (text, now, index) => {
  const vm = vmsOfHolder(now)[index] ?? { ...now, spec: {} };
  expect(attachToText(vm)).toBe(text);
  const path = workbenchPath({ namespace: 'team', attachTo: attachToText(vm) });
  const target = attachToOf(new URL(path, 'http://host').searchParams.get('attachTo'), 'team');
  expect(target?.object).toEqual({ apiVersion: now.apiVersion, kind: now.kind, metadata });
  const found = target && vmOfTarget(target, now);
  expect(found && sourceOf(found).path).toEqual(sourceOf(vm).path);
});

it.each(['web', 'web~1', 'example.com~v1~Other~web', 'pool.kubevirt.io~../../x~VirtualMachinePool~web'])(
  'reads %s as the name of a VM',
  (text) => {
    expect(attachToOf(text, 'team')).toEqual({
      object: {
        apiVersion: 'kubevirt.io/v1',
        kind: 'VirtualMachine',
        metadata: { namespace: 'team', name: text },
      },
      vmName: undefined,
    });
  },
);

it('is for nothing without a text, and finds no VM that the template no longer has', () => {
  expect(attachToOf(null, 'team')).toBeUndefined();
  const target = attachToOf('template.openshift.io~v1~Template~web~gone', 'team');
  expect(target && vmOfTarget(target, template('a'))).toBeUndefined();
});
