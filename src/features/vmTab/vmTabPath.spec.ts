import { expect, it } from 'vitest';
import { vmOfTabPath, vmTabPath } from './vmTabPath';

it.each([
  ['lab', 'web'],
  ['a b', 'c/d'],
  ['%2F', 'ü'],
])('finds %s/%s in the path of its tab, also below another', (namespace, name) => {
  const path = vmTabPath(
    { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { namespace, name } },
    'sidecar-hooks',
  );
  expect(vmOfTabPath(path)).toEqual({ namespace, name });
  expect(vmOfTabPath(`/console${path}`)).toEqual({ namespace, name });
});

it.each([
  '/k8s/ns/lab/sidecar-hooks',
  '/k8s/ns/lab/kubevirt.io~v1~VirtualMachine/web',
  '/k8s/ns/lab/kubevirt.io~v1~VirtualMachineInstance/web/yaml',
  '/k8s/ns/lab/kubevirt.io~v1~VirtualMachine/web/sidecar-hooks/more',
])('finds no VM in %s', (path) => {
  expect(vmOfTabPath(path)).toBeUndefined();
});
