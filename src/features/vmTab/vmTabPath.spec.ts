import { expect, it } from 'vitest';
import { vmPath } from './vmTabPath';

it.each([
  ['kubevirt.io/v1', 'VirtualMachine', 'kubevirt.io~v1~VirtualMachine'],
  ['', '', 'kubevirt.io~v1~VirtualMachine'],
  ['template.openshift.io/v1', 'Template', 'templates'],
  [
    'template.kubevirt.io/v1alpha1',
    'VirtualMachineTemplate',
    'template.kubevirt.io~v1alpha1~VirtualMachineTemplate',
  ],
  ['pool.kubevirt.io/v1beta1', 'VirtualMachinePool', 'pool.kubevirt.io~v1beta1~VirtualMachinePool'],
])('the page of %s %s', (apiVersion, kind, type) => {
  expect(vmPath({ apiVersion, kind, metadata: { namespace: 'a b', name: 'n/1' } })).toBe(
    `/k8s/ns/a%20b/${type}/n%2F1`,
  );
});
