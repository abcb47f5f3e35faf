import { useMemo } from 'react';
import type { DiagnosisInput } from '../sidecars/diagnosis/diagnose';
import { holderKind } from '../sidecars/objects/holder';
import type { KubernetesEvent, VirtualMachine } from '../sidecars/objects/resources';
import { loadedData } from '../loadable';
import { useHookLogs } from './useHookLogs';
import { EventModel } from '../k8s/models';
import type { VmSidecars } from './useVmSidecars';
import { useWatchedList } from '../k8s/useWatched';

/** Events about one object by its name; reads none without a name. */
const useEventsAbout = (
  namespace: string | undefined,
  name: string | undefined,
): { list: readonly KubernetesEvent[]; isLoading: boolean } => {
  const events = useWatchedList<KubernetesEvent>(
    name === undefined
      ? undefined
      : { model: EventModel, namespace, fieldSelector: `involvedObject.name=${name}` },
  );
  return useMemo(
    () => ({
      list: name === undefined ? [] : (loadedData(events) ?? []),
      isLoading: name !== undefined && events.status === 'loading',
    }),
    [name, events],
  );
};

export interface VmEvidence {
  evidence: DiagnosisInput;
  /** Whether a part has not been read yet. */
  isLoading: boolean;
}

/**
 * React hook: all evidence why one VM's sidecars fail, live: two watches of events and the logs of one pod, besides the data
 * of `useVmSidecars`. Only for a single VM, never for each VM of a list. Omits what the user may not read.
 */
export const useVmEvidence = (
  vm: VirtualMachine,
  { expanded, vmi: loadedVmi, pods, newestPod, configMaps, gate }: VmSidecars,
): VmEvidence => {
  const { name, namespace } = vm.metadata;
  const vmi = loadedData(loadedVmi);
  const isStopped = loadedVmi.status === 'loaded' && vmi === undefined;
  // Of a replica set, the diagnosis is about one of its instances.
  const aboutVm = useEventsAbout(
    namespace,
    holderKind(vm) === 'VirtualMachineInstanceReplicaSet' ? vmi?.metadata.name : name,
  );
  const aboutPod = useEventsAbout(namespace, newestPod?.metadata.name);
  const { phase, conditions } = vmi?.status ?? {};
  const { logs, isLoading: areLogsLoading } = useHookLogs(newestPod, JSON.stringify([phase, conditions]));
  const crashed = vm.status?.startFailure?.lastFailedVMIUID;
  const evidence = useMemo(
    () => ({
      vm,
      expanded,
      vmi,
      pods: loadedData(pods),
      // Events of an earlier instance no longer matter, unless it crashed and is to be started again.
      events: [...aboutVm.list, ...aboutPod.list].filter(
        ({ involvedObject: { kind, uid } }) =>
          !isStopped || kind === 'VirtualMachine' || (uid !== undefined && uid === crashed),
      ),
      logs,
      configMaps: loadedData(configMaps),
      kubevirt: loadedData(gate.kubevirt),
    }),
    [
      vm,
      expanded,
      vmi,
      pods,
      aboutVm.list,
      aboutPod.list,
      isStopped,
      crashed,
      logs,
      configMaps,
      gate.kubevirt,
    ],
  );
  const isLoading =
    [loadedVmi, pods, configMaps, gate.kubevirt].some(({ status }) => status === 'loading') ||
    aboutVm.isLoading ||
    aboutPod.isLoading ||
    areLogsLoading;
  return { evidence, isLoading };
};
