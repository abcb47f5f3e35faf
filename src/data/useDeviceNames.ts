import { useMemo } from 'react';
import { useListWatch } from '../k8s/listWatch/useListWatch';
import { holderModel, VirtualMachineModel } from '../k8s/models';
import { loadedData } from '../loadable';
import { vmOfTarget, type AttachTarget } from '../sidecars/objects/attachTarget';
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
 * React hook: the names of such devices in the VM that a script is for; without it, in all VMs of the namespace.
 * Undefined if they are not known.
 */
export const useDeviceNames = (
  namespace: string,
  target: AttachTarget | undefined,
  of: readonly NamedDevice[],
): string[] | undefined => {
  const query = useMemo(
    () =>
      target === undefined
        ? { model: VirtualMachineModel, namespace, fields: FIELDS }
        : {
            model: holderModel(target.object),
            namespace,
            fieldSelector: `metadata.name=${target.object.metadata.name}`,
          },
    [target, namespace],
  );
  const objects = loadedData(useListWatch<VirtualMachine>(query));
  return useMemo(
    () =>
      objects &&
      deviceNames(
        target === undefined ? objects : objects.flatMap((object) => vmOfTarget(target, object) ?? []),
        of,
      ),
    [objects, target, of],
  );
};
