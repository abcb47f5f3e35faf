import type { StoredObject } from '../../contract';
import { at, record } from '../untyped';
import { virtualMachine } from './testCluster';

/** A pool named `farm` of VMs with one annotation of hook sidecars; `spec` adds to the pool's spec or replaces parts of it. */
export const virtualMachinePool = (
  annotation: string | undefined,
  spec: Record<string, unknown> = {},
): StoredObject => {
  const vm = virtualMachine('farm', annotation, { cloudInit: false });
  const labels = { app: 'farm' };
  record(at(vm, 'spec', 'template', 'metadata')).labels = labels;
  return {
    apiVersion: 'pool.kubevirt.io/v1beta1',
    kind: 'VirtualMachinePool',
    metadata: { name: 'farm', namespace: 'lab' },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      virtualMachineTemplate: { metadata: { labels }, spec: vm.spec },
      ...spec,
    },
  };
};
