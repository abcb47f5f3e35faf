import { useMemo } from 'react';
import { useListWatch } from '../k8s/listWatch/useListWatch';
import { VirtualMachineInstanceModel, VirtualMachineInstanceReplicaSetModel } from '../k8s/models';
import { useComplete } from '../k8s/useWatched';
import { loadedData, type Failed, type Loadable } from '../loadable';
import type { HolderKind } from '../sidecars/objects/holder';
import type {
  KubernetesObject,
  VirtualMachine,
  VirtualMachineInstance,
  VirtualMachineInstanceReplicaSet,
} from '../sidecars/objects/resources';
import { possibleUsers } from '../sidecars/scripts/scriptUser';
import { INSTANCE_FIELDS, REPLICA_SET_FIELDS } from './listedFields';
import { useTemplates } from './useTemplates';
import { useAllVms } from './useVms';

export interface UnreadUsers extends Pick<Failed, 'error' | 'retry'> {
  kind: HolderKind;
}

export interface PossibleUsers {
  /** As far as known, in the shape of VMs. */
  users: VirtualMachine[];
  /** What they were read from. */
  lists: readonly Loadable<KubernetesObject[]>[];
  /** What could not be read. */
  unread: readonly UnreadUsers[];
}

/** React hook: all that can use the ConfigMaps of a namespace, live. */
export const usePossibleUsers = (namespace: string | undefined): PossibleUsers => {
  const instanceQuery = useMemo(
    () => ({ model: VirtualMachineInstanceModel, namespace, fields: INSTANCE_FIELDS }),
    [namespace],
  );
  const replicaSetQuery = useMemo(
    () => ({ model: VirtualMachineInstanceReplicaSetModel, namespace, fields: REPLICA_SET_FIELDS }),
    [namespace],
  );
  const vms = useAllVms(namespace);
  const instances = useComplete(useListWatch<VirtualMachineInstance>(instanceQuery));
  const replicaSets = useComplete(useListWatch<VirtualMachineInstanceReplicaSet>(replicaSetQuery));
  const { objects, missing } = useTemplates(namespace);
  const templates = useComplete(objects);
  return useMemo(() => {
    const byKind: [HolderKind, Loadable<KubernetesObject[]>][] = [
      ['VirtualMachine', vms],
      ['VirtualMachineInstance', instances],
      ['VirtualMachineInstanceReplicaSet', replicaSets],
    ];
    return {
      users: possibleUsers({
        vms: loadedData(vms) ?? [],
        instances: loadedData(instances) ?? [],
        makers: [...(loadedData(replicaSets) ?? []), ...(loadedData(templates) ?? [])],
      }),
      lists: [...byKind.map(([, list]) => list), templates],
      unread: [
        ...byKind.flatMap(([kind, list]) =>
          list.status === 'failed' ? [{ kind, error: list.error, retry: list.retry }] : [],
        ),
        ...missing,
      ],
    };
  }, [vms, instances, replicaSets, templates, missing]);
};
