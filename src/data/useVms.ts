import { useMemo } from 'react';
import type { VirtualMachine } from '../sidecars/objects/resources';
import { useListWatch } from '../k8s/listWatch/useListWatch';
import type { Loadable } from '../loadable';
import { VirtualMachineModel } from '../k8s/models';
import { useComplete } from '../k8s/useWatched';
import { VM_FIELDS } from './listedFields';

/**
 * React hook: all VMs of a namespace, live, with the fields that states and checks read. All callers share one list. Code
 * that changes a VM reads it completely first.
 *
 * @param namespace undefined reads all namespaces
 */
export const useVms = (namespace: string | undefined): Loadable<VirtualMachine[]> => {
  const query = useMemo(() => ({ model: VirtualMachineModel, namespace, fields: VM_FIELDS }), [namespace]);
  return useListWatch<VirtualMachine>(query);
};

/** React hook: the same VMs, but `loading` until the list is complete. */
export const useAllVms = (namespace: string | undefined): Loadable<VirtualMachine[]> =>
  useComplete(useVms(namespace));
