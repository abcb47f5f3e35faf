import { useMemo } from 'react';
import { VM_FIELDS } from '../../data/listedFields';
import type { ListWatchQuery } from '../../k8s/listWatch/listPages';
import { useListWatch } from '../../k8s/listWatch/useListWatch';
import { VirtualMachineModel } from '../../k8s/models';
import { useComplete } from '../../k8s/useWatched';
import { mapLoadable, type Loadable } from '../../loadable';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import type { VirtualMachinePool } from '../../sidecars/objects/templateResources';
import { isMemberOf, memberSelector } from '../../sidecars/pools/members';

/** React hook: the VMs of a pool, live, with the fields of the list of VMs. `undefined` requests nothing. */
export const usePoolMembers = (pool: VirtualMachinePool | undefined): Loadable<VirtualMachine[]> => {
  const namespace = pool?.metadata.namespace;
  const labelSelector = pool && memberSelector(pool);
  const isAsked = pool !== undefined;
  const query = useMemo(
    (): ListWatchQuery | undefined =>
      isAsked ? { model: VirtualMachineModel, namespace, labelSelector, fields: VM_FIELDS } : undefined,
    [isAsked, namespace, labelSelector],
  );
  const list = useComplete(useListWatch<VirtualMachine>(query));
  return useMemo(
    () => mapLoadable(list, (vms) => (pool === undefined ? [] : vms.filter((vm) => isMemberOf(pool, vm)))),
    [list, pool],
  );
};

/** Undefined if they are not known: of a list that is out of date, more may run by now. */
export const knownMembers = (members: Loadable<VirtualMachine[]>): VirtualMachine[] | undefined =>
  members.status === 'loaded' && members.problem === undefined && members.staleSince === undefined
    ? members.data
    : undefined;
