import { expect, it } from 'vitest';
import type { VirtualMachine } from '../objects/resources';
import { deviceNames } from './deviceNames';

const vm = (devices: Record<string, unknown>): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'vm' },
  spec: { template: { spec: { domain: { devices } } } },
});

it('lists the names of all VMs, each once', () => {
  const vms = [
    vm({ disks: [{ name: 'root' }, { name: 'data' }], interfaces: [{ name: 'default' }] }),
    vm({ disks: [{ name: 'root' }, {}], gpus: [{ name: 'gpu' }], hostDevices: [{ name: 'card' }] }),
    vm({ disks: 'odd' }),
    { ...vm({}), spec: {} },
  ];
  expect(deviceNames(vms, ['disk'])).toEqual(['data', 'root']);
  expect(deviceNames(vms, ['interface'])).toEqual(['default']);
  expect(deviceNames(vms, ['hostDevice'])).toEqual(['card', 'gpu']);
});
