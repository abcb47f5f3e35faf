import { useCallback } from 'react';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import type { ObjectMeta, VirtualMachine } from '../sidecars/objects/resources';
import type { Loadable } from '../loadable';
import { VirtualMachineModel } from '../k8s/models';
import { getObject } from '../k8s/read';
import { usePolled } from '../k8s/usePolled';

const INTERVAL_MS = 15_000;

/** React hook: the complete VM, of which lists have only a projection. Reads it while it is used. */
export const useVm = ({
  namespace,
  name,
}: Pick<ObjectMeta, 'namespace' | 'name'>): Loadable<VirtualMachine> => {
  const read = useCallback(
    async () => getObject<VirtualMachine & K8sResourceCommon>(VirtualMachineModel, namespace, name),
    [namespace, name],
  );
  return usePolled(read, INTERVAL_MS).value;
};
