import { useMemo } from 'react';
import type { ParsedSidecars } from '../sidecars/annotation';
import { parseSidecars } from '../sidecars/annotation';
import { VM_NAME_LABEL } from '../sidecars/constants';
import type { LauncherPod } from '../sidecars/launcherPod';
import { findLauncherPod, newestLauncherPod, statePod } from '../sidecars/launcherPod';
import type { ConfigMap, Pod, VirtualMachine, VirtualMachineInstance } from '../sidecars/resources';
import type { SidecarState } from '../sidecars/state';
import { sidecarState } from '../sidecars/state';
import { templateAnnotation } from '../sidecars/vm';
import type { Loadable } from './loadable';
import { loadedData, mapLoadable } from './loadable';
import { ConfigMapModel, PodModel, VirtualMachineInstanceModel } from './models';
import type { Gate } from './useGate';
import { useGate } from './useGate';
import { useWatchedList } from './useWatched';

export interface VmSidecars {
  parsed: ParsedSidecars;
  state: SidecarState;
  /** Undefined inside while the VM is stopped. */
  vmi: Loadable<VirtualMachineInstance | undefined>;
  launcher: Loadable<LauncherPod>;
  /** All pods that carry the VM's name, in whatever phase. */
  pods: Loadable<Pod[]>;
  /** The instance's newest pod in whatever phase: why a start hangs or failed. */
  newestPod: Pod | undefined;
  /** All ConfigMaps of the VM's namespace, by name. */
  configMaps: Loadable<ReadonlyMap<string, ConfigMap>>;
  gate: Gate;
}

/** Everything about one VM's sidecars, live. Four watches and one poll, whatever the number of sidecars. */
export const useVmSidecars = (vm: VirtualMachine): VmSidecars => {
  const { name, namespace } = vm.metadata;
  const instances = useWatchedList<VirtualMachineInstance>({
    model: VirtualMachineInstanceModel,
    namespace,
    fieldSelector: `metadata.name=${name}`,
  });
  const pods = useWatchedList<Pod>({ model: PodModel, namespace, labelSelector: `${VM_NAME_LABEL}=${name}` });
  const configMapList = useWatchedList<ConfigMap>({ model: ConfigMapModel, namespace });
  const gate = useGate();

  const vmi = useMemo(() => mapLoadable(instances, ([first]) => first), [instances]);
  const launcher = useMemo(
    () => mapLoadable(pods, (list) => findLauncherPod(loadedData(vmi), list)),
    [pods, vmi],
  );
  const newestPod = useMemo(() => newestLauncherPod(loadedData(vmi), loadedData(pods) ?? []), [pods, vmi]);
  const configMaps = useMemo(
    () => mapLoadable(configMapList, (list) => new Map(list.map((item) => [item.metadata.name, item]))),
    [configMapList],
  );
  const annotation = templateAnnotation(vm);
  const parsed = useMemo(() => parseSidecars(annotation), [annotation]);
  const state = useMemo(
    () =>
      sidecarState({
        vm,
        vmi: loadedData(vmi),
        configMaps: loadedData(configMaps),
        launcherPod: statePod(loadedData(vmi), loadedData(pods) ?? []),
        gate: gate.status,
      }),
    [vm, vmi, configMaps, pods, gate.status],
  );
  return { parsed, state, vmi, launcher, pods, newestPod, configMaps, gate };
};
