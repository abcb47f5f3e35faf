import type { StoredObject } from '../../contract';

const VM = { apiGroup: 'kubevirt.io', kind: 'VirtualMachine' };

export const snapshotOf = (vm: string, name = 'before'): StoredObject => ({
  apiVersion: 'snapshot.kubevirt.io/v1beta1',
  kind: 'VirtualMachineSnapshot',
  metadata: { name, namespace: 'lab' },
  spec: { source: { ...VM, name: vm } },
});

/** A restore of the snapshot `before`. */
export const restoreTo = (vm: string, spec: Record<string, unknown> = {}): StoredObject => ({
  apiVersion: 'snapshot.kubevirt.io/v1beta1',
  kind: 'VirtualMachineRestore',
  metadata: { name: 'back', namespace: 'lab' },
  spec: { target: { ...VM, name: vm }, virtualMachineSnapshotName: 'before', ...spec },
});

/** A clone named `copy` of a VM to `twin`. */
export const cloneOf = (vm: string, spec: Record<string, unknown> = {}): StoredObject => ({
  apiVersion: 'clone.kubevirt.io/v1beta1',
  kind: 'VirtualMachineClone',
  metadata: { name: 'copy', namespace: 'lab' },
  spec: { source: { ...VM, name: vm }, target: { ...VM, name: 'twin' }, ...spec },
});
