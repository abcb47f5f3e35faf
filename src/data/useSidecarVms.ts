import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { instanceAnnotation, templateAnnotation } from '../sidecars/objects/vm';
import type {
  Pod,
  VirtualMachine,
  VirtualMachineInstance,
  VirtualMachineInstanceReplicaSet,
} from '../sidecars/objects/resources';
import { useListWatch } from '../k8s/listWatch/useListWatch';
import type { Loadable } from '../loadable';
import { loadedData, oldestStale } from '../loadable';
import { PodModel, VirtualMachineInstanceModel, VirtualMachineInstanceReplicaSetModel } from '../k8s/models';
import { inSlices } from '../sidecars/rows/inSlices';
import { createVmRows, type SidecarVm, type VmRowsInput } from '../sidecars/rows/vmRows';
import { INSTANCE_FIELDS, LAUNCHER_POD_FIELDS, REPLICA_SET_FIELDS } from './listedFields';
import { sideList } from './sideList';
import { useListedConfigMaps } from './useListedConfigMaps';
import type { Gate } from './useGate';
import { useGate } from './useGate';
import { useVerdicts } from './verdicts';
import { useVms } from './useVms';

/** A list that could not be read, without which states are less exact or rows are missing. */
export interface MissingList {
  list: 'instances' | 'replicaSets' | 'pods' | 'configMaps';
  error: unknown;
  /** Retries now. */
  retry: (() => void) | undefined;
}

export interface SidecarVms {
  /** The requested namespace. */
  namespace: string | undefined;
  rows: Loadable<SidecarVm[]>;
  gate: Gate;
  missing: MissingList[];
  /** Whether undefined states in `rows` will still be computed; otherwise they cannot be known. */
  isStateLoading: boolean;
}

interface Derived extends Pick<SidecarVms, 'rows' | 'isStateLoading'> {
  namespace: string | undefined;
}

interface Lists {
  namespace: string | undefined;
  vms: Loadable<VirtualMachine[]>;
  sides: Omit<VmRowsInput, 'vms'>;
}

const NOTHING = { rows: { status: 'loading' }, isStateLoading: true } as const;

const createDerivation = (): ((lists: Lists) => Generator<undefined, Derived>) => {
  const rowsOf = createVmRows();
  return function* ({ namespace, vms, sides }) {
    return {
      namespace,
      rows: vms.status === 'loaded' ? { ...vms, data: yield* rowsOf({ vms: vms.data, ...sides }) } : vms,
      isStateLoading: Object.values(sides).includes('loading'),
    };
  };
};

/**
 * React hook: all VMs of a namespace, and instances without a VM and replica sets with sidecars, with the state of their
 * sidecars, live. Uses one watch per resource type, whatever the
 * number of VMs; pods and ConfigMaps are read only if any VM has sidecars.
 *
 * @param namespace undefined reads all namespaces
 */
export const useSidecarVms = (namespace: string | undefined): SidecarVms => {
  const instanceQuery = useMemo(
    () => ({ model: VirtualMachineInstanceModel, namespace, fields: INSTANCE_FIELDS }),
    [namespace],
  );
  const vms = useVms(namespace);
  const replicaSetQuery = useMemo(
    () => ({ model: VirtualMachineInstanceReplicaSetModel, namespace, fields: REPLICA_SET_FIELDS }),
    [namespace],
  );
  const instances = useListWatch<VirtualMachineInstance>(instanceQuery);
  const replicaSets = useListWatch<VirtualMachineInstanceReplicaSet>(replicaSetQuery);

  const isAnyAttached = useMemo(
    () =>
      [...(loadedData(vms) ?? []), ...(loadedData(replicaSets) ?? [])].some(
        (one) => templateAnnotation(one) !== undefined,
      ) || (loadedData(instances) ?? []).some((vmi) => instanceAnnotation(vmi) !== undefined),
    [vms, replicaSets, instances],
  );
  const podQuery = useMemo(
    () =>
      isAnyAttached
        ? {
            model: PodModel,
            namespace,
            labelSelector: 'kubevirt.io=virt-launcher',
            fields: LAUNCHER_POD_FIELDS,
          }
        : undefined,
    [namespace, isAnyAttached],
  );
  const pods = useListWatch<Pod>(podQuery);
  const configMaps = useListedConfigMaps(namespace, isAnyAttached);
  const gate = useGate();

  const { enabled, version } = gate.status ?? {};
  const isGateLoading = gate.kubevirt.status === 'loading';
  const sides = useMemo(
    () => ({
      replicaSets: sideList(replicaSets, true),
      instances: sideList(instances, true),
      pods: sideList(pods, isAnyAttached),
      configMaps: sideList(configMaps, isAnyAttached),
      gate: isGateLoading ? ('loading' as const) : { enabled, version },
    }),
    [replicaSets, instances, pods, configMaps, isAnyAttached, isGateLoading, enabled, version],
  );
  const verdicts = useVerdicts();
  const [work] = useState(() => inSlices(createDerivation()));
  useEffect(() => {
    work.push({ namespace, vms, sides: { ...sides, verdicts } });
  }, [work, namespace, vms, sides, verdicts]);
  const derived = useSyncExternalStore(work.subscribe, work.read);
  // Rows of the previous namespace are hidden while those of this one are computed.
  const { rows, isStateLoading } =
    derived?.namespace === namespace && derived !== undefined ? derived : NOTHING;
  const missing = useMemo(
    () =>
      (
        Object.entries({ instances, replicaSets, pods, configMaps }) as [
          MissingList['list'],
          Loadable<unknown>,
        ][]
      ).flatMap(([list, value]): MissingList[] =>
        value.status === 'failed' ? [{ list, error: value.error, retry: value.retry }] : [],
      ),
    [instances, replicaSets, pods, configMaps],
  );
  return useMemo(
    () => ({
      namespace,
      // States depend on all lists.
      rows:
        rows.status === 'loaded'
          ? { ...rows, ...oldestStale(vms, replicaSets, instances, pods, configMaps) }
          : rows,
      isStateLoading,
      gate,
      missing,
    }),
    [namespace, rows, vms, replicaSets, instances, pods, configMaps, isStateLoading, gate, missing],
  );
};
