import { expect, it } from 'vitest';
import type { ObjectMeta } from './resources';
import { originOf } from './vmOrigin';

const UID = '0f3c1d9e-5a2b-4c7d-8e6f-1a2b3c4d5e6f';
const restored = (restore: string): Partial<ObjectMeta> => ({
  annotations: { 'restore.kubevirt.io/lastRestoreUID': `${restore}-${UID}` },
});
const made = (namespace?: string): Partial<ObjectMeta> => ({
  labels: {
    'vm.kubevirt.io/template': 'desktop',
    ...(namespace !== undefined && { 'vm.kubevirt.io/template.namespace': namespace }),
  },
});

it.each<[string, Partial<ObjectMeta>, string, object | undefined]>([
  ['nothing known', {}, 'VirtualMachine', undefined],
  ['a restore', restored('friday'), 'VirtualMachine', { from: 'restore' }],
  ['a clone', restored(`tmp-restore-${UID}`), 'VirtualMachine', { from: 'clone' }],
  ['a restore with a similar name', restored('tmp-restore-friday'), 'VirtualMachine', { from: 'restore' }],
  [
    'a template of another namespace',
    { ...made('shared'), ...restored('friday') },
    'VirtualMachine',
    { from: 'template', template: 'desktop', namespace: 'shared' },
  ],
  ['a template of its own namespace', made('team'), 'VirtualMachine', undefined],
  ['a template without its namespace', made(), 'VirtualMachine', undefined],
  ['a template, of itself', made('shared'), 'VirtualMachineTemplate', undefined],
])('a VM shows that it comes from %s', (_what, metadata, kind, origin) => {
  const vm = {
    apiVersion: 'kubevirt.io/v1',
    kind,
    metadata: { name: 'vm', namespace: 'team', ...metadata },
    spec: {},
  };
  expect(originOf(vm)).toEqual(origin);
});
