import { useMemo, useState } from 'react';
import { instanceAnnotation, templateAnnotation } from '../sidecars/vm';
import type { ConfigMap, Pod, VirtualMachine, VirtualMachineInstance } from '../sidecars/resources';
import type { ListWatchQuery } from './listWatch/listPages';
import { useListWatch } from './listWatch/useListWatch';
import type { Loadable } from './loadable';
import { loadedData, mapLoadable } from './loadable';
import { ConfigMapModel, PodModel, VirtualMachineInstanceModel, VirtualMachineModel } from './models';
import { pruneConfigMap, pruneInstance, pruneLauncherPod, pruneVm } from './sidecarVms/prune';
import { createVmRows, type SideList, type SidecarVm } from './sidecarVms/vmRows';
import type { Gate } from './useGate';
import { useGate } from './useGate';

export type { SidecarVm } from './sidecarVms/vmRows';

/** A list without which states are told less well, and why it could not be read. */
export interface MissingList {
  list: 'instances' | 'pods' | 'configMaps';
  error: unknown;
  /** Tries now to read it. */
  retry: (() => void) | undefined;
}

export interface SidecarVms {
  rows: Loadable<SidecarVm[]>;
  gate: Gate;
  missing: MissingList[];
  /** States that are undefined in `rows` will be known; else they cannot be. */
  isStateLoading: boolean;
}

const sideList = <T>(list: Loadable<T[]>, isAsked: boolean): SideList<T> => {
  if (!isAsked) {
    return [];
  }
  if (list.status === 'failed') {
    return 'missing';
  }
  // Half a list would show a VM as stopped that runs.
  return list.status === 'loading' || list.remaining !== undefined ? 'loading' : list.data;
};

/**
 * All VMs of a namespace with the state of their sidecars, live. One watch a resource type, whatever the number of
 * VMs; pods and ConfigMaps are asked for only where something is attached.
 *
 * @param namespace undefined reads all namespaces
 */
export const useSidecarVms = (namespace: string | undefined): SidecarVms => {
  const vmQuery = useMemo(
    (): ListWatchQuery<VirtualMachine> => ({ model: VirtualMachineModel, namespace, prune: pruneVm }),
    [namespace],
  );
  const instanceQuery = useMemo(
    (): ListWatchQuery<VirtualMachineInstance> => ({
      model: VirtualMachineInstanceModel,
      namespace,
      prune: pruneInstance,
    }),
    [namespace],
  );
  const vms = useListWatch(vmQuery);
  const instances = useListWatch(instanceQuery);

  const isAnyAttached = useMemo(
    () =>
      (loadedData(vms) ?? []).some((vm) => templateAnnotation(vm) !== undefined) ||
      (loadedData(instances) ?? []).some((vmi) => instanceAnnotation(vmi) !== undefined),
    [vms, instances],
  );
  const podQuery = useMemo(
    (): ListWatchQuery<Pod> | undefined =>
      isAnyAttached
        ? { model: PodModel, namespace, labelSelector: 'kubevirt.io=virt-launcher', prune: pruneLauncherPod }
        : undefined,
    [namespace, isAnyAttached],
  );
  const configMapQuery = useMemo(
    (): ListWatchQuery<ConfigMap> | undefined =>
      isAnyAttached ? { model: ConfigMapModel, namespace, prune: pruneConfigMap } : undefined,
    [namespace, isAnyAttached],
  );
  const pods = useListWatch(podQuery);
  const configMaps = useListWatch(configMapQuery);
  const gate = useGate();

  const [deriveRows] = useState(createVmRows);
  const { enabled, version } = gate.status ?? {};
  const isGateLoading = gate.kubevirt.status === 'loading';
  const sides = useMemo(
    () => ({
      instances: sideList(instances, true),
      pods: sideList(pods, isAnyAttached),
      configMaps: sideList(configMaps, isAnyAttached),
      gate: isGateLoading ? ('loading' as const) : { enabled, version },
    }),
    [instances, pods, configMaps, isAnyAttached, isGateLoading, enabled, version],
  );
  const rows = useMemo(
    () => mapLoadable(vms, (list) => deriveRows({ vms: list, ...sides })),
    [deriveRows, vms, sides],
  );
  const missing = useMemo(
    () =>
      (Object.entries({ instances, pods, configMaps }) as [MissingList['list'], Loadable<unknown>][]).flatMap(
        ([list, value]): MissingList[] =>
          value.status === 'failed' ? [{ list, error: value.error, retry: value.retry }] : [],
      ),
    [instances, pods, configMaps],
  );
  return { rows, gate, missing, isStateLoading: Object.values(sides).includes('loading') };
};
