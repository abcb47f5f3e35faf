import { useMemo } from 'react';
import { useListWatch } from '../k8s/listWatch/useListWatch';
import { VirtualMachineModel } from '../k8s/models';
import { loadedData } from '../loadable';
import type { VirtualMachine } from '../sidecars/objects/resources';
import { deviceNames } from '../sidecars/recipes/deviceNames';
import type { NamedDevice } from '../sidecars/recipes/parameter';

const NAMES = { name: true } as const;
const FIELDS = {
  metadata: { name: true, namespace: true, uid: true, resourceVersion: true },
  spec: {
    template: {
      spec: {
        domain: { devices: { disks: NAMES, interfaces: NAMES, gpus: NAMES, hostDevices: NAMES } },
      },
    },
  },
} as const;

/**
 * React hook: the names of such devices in a VM; without a name, in all VMs of the namespace. Undefined if they are not
 * known.
 */
export const useDeviceNames = (
  namespace: string,
  vmName: string | undefined,
  of: readonly NamedDevice[],
): string[] | undefined => {
  const query = useMemo(() => ({ model: VirtualMachineModel, namespace, fields: FIELDS }), [namespace]);
  const vms = loadedData(useListWatch<VirtualMachine>(query));
  return useMemo(
    () =>
      vms && deviceNames(vmName === undefined ? vms : vms.filter((vm) => vm.metadata.name === vmName), of),
    [vms, vmName, of],
  );
};
