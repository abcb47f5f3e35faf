import { useMemo } from 'react';
import type { VirtualMachine } from '../sidecars/objects/resources';
import type { ListWatchQuery } from '../k8s/listWatch/listPages';
import { useListWatch } from '../k8s/listWatch/useListWatch';
import type { Loadable } from '../loadable';
import { VirtualMachineModel } from '../k8s/models';
import { useComplete } from '../k8s/useWatched';

/**
 * React hook: all VMs of a namespace, live, with what states and checks look at. One list for all parts of the page
 * that ask for it. Who changes a VM reads it first.
 *
 * @param namespace undefined reads all namespaces
 */
export const useKeptVms = (namespace: string | undefined): Loadable<VirtualMachine[]> => {
  const query = useMemo(
    (): ListWatchQuery<'virtualMachine'> => ({
      model: VirtualMachineModel,
      namespace,
      kept: 'virtualMachine',
    }),
    [namespace],
  );
  return useListWatch(query);
};

/** React hook: the same, `loading` until the last of them is there. */
export const useAllVms = (namespace: string | undefined): Loadable<VirtualMachine[]> =>
  useComplete(useKeptVms(namespace));
