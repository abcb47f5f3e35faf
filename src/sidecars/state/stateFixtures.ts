import { SIDECARS_ANNOTATION } from '../annotation/constants';
import type { ContainerStatus, Pod, VirtualMachine, VirtualMachineInstance } from '../objects/resources';

const annotations = (text: string | undefined): Record<string, string> =>
  text === undefined ? {} : { [SIDECARS_ANNOTATION]: text };

export const vm = (text: string | undefined, status: VirtualMachine['status'] = {}): VirtualMachine => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'vm', namespace: 'a' },
  spec: { template: { metadata: { annotations: annotations(text) }, spec: { domain: { devices: {} } } } },
  status,
});

export const vmi = (
  text: string | undefined,
  status: VirtualMachineInstance['status'] = {},
): VirtualMachineInstance => ({
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachineInstance',
  metadata: {
    name: 'vm',
    namespace: 'a',
    annotations: annotations(text),
    creationTimestamp: '2026-01-01T10:00:00Z',
  },
  spec: { domain: { devices: {} } },
  status: { phase: 'Running', ...status },
});

export const pod = (containerStatuses: ContainerStatus[], status: Pod['status'] = {}): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'virt-launcher-vm-x', namespace: 'a', creationTimestamp: '2026-01-01T10:00:01Z' },
  spec: { containers: [] },
  status: { phase: 'Running', containerStatuses, ...status },
});

export const container = (name: string, state: ContainerStatus['state']): ContainerStatus => ({
  name,
  ready: false,
  restartCount: 0,
  ...(state && { state }),
});

const script = (name: string, args = ['--version', 'v1alpha3']): string =>
  JSON.stringify({ args, configMap: { name, key: 'k', hookPath: '/usr/bin/onDefineDomain' } });
export const A = `[${script('a')}]`;
export const B = `[${script('b')}]`;
export const AA = `[${script('a')},${script('a')}]`;
export const AB = `[${script('a')},${script('b')}]`;
export const BA = `[${script('b')},${script('a')}]`;
