import type { StoredObject } from '../../dev/cluster/contract';

/** A pool of VMs like this one. */
export const poolOf = (vm: StoredObject, replicas: number, settings: object = {}): StoredObject => {
  const { name, namespace } = vm.metadata;
  const labels = { 'vm.kubevirt.io/pool': name };
  return {
    apiVersion: 'pool.kubevirt.io/v1beta1',
    kind: 'VirtualMachinePool',
    metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      virtualMachineTemplate: { metadata: { labels }, spec: vm.spec },
      ...settings,
    },
  };
};
