import { useMemo } from 'react';
import type { DiagnosisInput } from '../sidecars/diagnosis/diagnose';
import type { KubernetesEvent, VirtualMachine } from '../sidecars/resources';
import { loadedData } from './loadable';
import { useHookLogs } from './logs/useHookLogs';
import { EventModel } from './models';
import type { VmSidecars } from './useVmSidecars';
import { useWatchedList } from './useWatched';

/** Events about one object by its name; none are asked for without one. */
const useEventsAbout = (
  namespace: string | undefined,
  name: string | undefined,
): readonly KubernetesEvent[] => {
  const events = useWatchedList<KubernetesEvent>(
    name === undefined
      ? undefined
      : { model: EventModel, namespace, fieldSelector: `involvedObject.name=${name}` },
  );
  return useMemo(() => (name === undefined ? [] : (loadedData(events) ?? [])), [name, events]);
};

/**
 * React hook: all that can tell why one VM's sidecars fail, live. Two watches of events and the logs of one pod beside
 * what `useVmSidecars` reads: for a VM in view, never for each of a list. What the user may not read is left out.
 */
export const useVmEvidence = (
  vm: VirtualMachine,
  { vmi: loadedVmi, pods, newestPod, configMaps, gate }: VmSidecars,
): DiagnosisInput => {
  const { name, namespace } = vm.metadata;
  const vmi = loadedData(loadedVmi);
  const isStopped = loadedVmi.status === 'loaded' && vmi === undefined;
  const aboutVm = useEventsAbout(namespace, name);
  const aboutPod = useEventsAbout(namespace, newestPod?.metadata.name);
  const { phase, conditions } = vmi?.status ?? {};
  const logs = useHookLogs(newestPod, JSON.stringify([phase, conditions]));
  return useMemo(
    () => ({
      vm,
      vmi,
      pods: loadedData(pods),
      // What an instance that is gone suffered from is past.
      events: [...aboutVm, ...aboutPod].filter(
        ({ involvedObject: { kind } }) => !isStopped || kind === 'VirtualMachine',
      ),
      logs,
      configMaps: loadedData(configMaps),
      kubevirt: loadedData(gate.kubevirt),
      hco: undefined,
    }),
    [vm, vmi, pods, aboutVm, aboutPod, isStopped, logs, configMaps, gate.kubevirt],
  );
};
