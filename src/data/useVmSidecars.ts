import { useMemo } from 'react';
import { parseSidecars, type ParsedSidecars } from '../sidecars/annotation/annotation';
import type { LauncherPod } from '../sidecars/objects/launcherPod';
import { findLauncherPod, newestLauncherPod } from '../sidecars/objects/launcherPod';
import { launcherSelector } from '../sidecars/objects/launcherSelector';
import type {
  ConfigMap,
  KubernetesObject,
  Pod,
  VirtualMachine,
  VirtualMachineInstance,
} from '../sidecars/objects/resources';
import type { SidecarState } from '../sidecars/state/state';
import {
  byName,
  checkVm,
  mayNameClaims,
  podsOfVm,
  stateOfVm,
  type CheckedVm,
} from '../sidecars/state/vmState';
import { templateAnnotation } from '../sidecars/objects/vm';
import type { Loadable } from '../loadable';
import { loadedData, mapLoadable } from '../loadable';
import {
  ConfigMapModel,
  PersistentVolumeClaimModel,
  PodModel,
  VirtualMachineInstanceModel,
} from '../k8s/models';
import { useExpandedVm } from './useExpandedVm';
import type { Gate } from './useGate';
import { useGate } from './useGate';
import { useWatchedList } from '../k8s/useWatched';

export interface VmSidecars extends CheckedVm {
  parsed: ParsedSidecars;
  state: SidecarState;
  /** The VM with what its preference and instance type add; undefined if not needed or not known. */
  expanded: VirtualMachine | undefined;
  /** The value is undefined while the VM is stopped. */
  vmi: Loadable<VirtualMachineInstance | undefined>;
  launcher: Loadable<LauncherPod>;
  /** All pods of the VM, in any phase. */
  pods: Loadable<Pod[]>;
  /** The instance's newest pod in any phase, which may say why a start hangs or failed. */
  newestPod: Pod | undefined;
  /** All ConfigMaps of the VM's namespace, by name. */
  configMaps: Loadable<ReadonlyMap<string, ConfigMap>>;
  /** The names of the namespace's PersistentVolumeClaims; undefined if no sidecar can name one. */
  claims: Loadable<ReadonlySet<string>> | undefined;
  gate: Gate;
}

/**
 * React hook: everything about one VM's sidecars, live, with three watches and one poll, whatever the number of sidecars,
 * and one more watch if a sidecar needs a claim.
 */
export const useVmSidecars = (vm: VirtualMachine): VmSidecars => {
  const { name, namespace } = vm.metadata;
  const instances = useWatchedList<VirtualMachineInstance>({
    model: VirtualMachineInstanceModel,
    namespace,
    fieldSelector: `metadata.name=${name}`,
  });
  const vmi = useMemo(() => mapLoadable(instances, ([first]) => first), [instances]);
  const podList = useWatchedList<Pod>({
    model: PodModel,
    namespace,
    labelSelector: launcherSelector(vm, loadedData(vmi)),
  });
  const configMapList = useWatchedList<ConfigMap>({ model: ConfigMapModel, namespace });
  const gate = useGate();

  const pods = useMemo(() => mapLoadable(podList, (list) => podsOfVm(list, name)), [podList, name]);
  const launcher = useMemo(
    () => mapLoadable(pods, (list) => findLauncherPod(loadedData(vmi), list)),
    [pods, vmi],
  );
  const newestPod = useMemo(() => newestLauncherPod(loadedData(vmi), loadedData(pods) ?? []), [pods, vmi]);
  const configMaps = useMemo(() => mapLoadable(configMapList, byName), [configMapList]);
  const annotation = templateAnnotation(vm);
  const parsed = useMemo(() => parseSidecars(annotation), [annotation]);
  const asksForClaims = mayNameClaims(parsed);
  const claimList = useWatchedList<KubernetesObject>(
    asksForClaims ? { model: PersistentVolumeClaimModel, namespace } : undefined,
  );
  const claims = useMemo(
    () => (asksForClaims ? mapLoadable(claimList, (list) => new Set(byName(list).keys())) : undefined),
    [asksForClaims, claimList],
  );
  const checked = useMemo(
    () =>
      checkVm(vm, parsed, gate.status, {
        configMaps: loadedData(configMaps),
        pvcs: claims && loadedData(claims),
      }),
    [vm, parsed, gate.status, configMaps, claims],
  );
  const expanded = useExpandedVm(vm);
  const state = useMemo(
    () => stateOfVm(checked, gate.status, loadedData(vmi), loadedData(pods) ?? [], expanded),
    [checked, gate.status, vmi, pods, expanded],
  );
  return {
    parsed,
    state,
    expanded,
    ...checked,
    vmi,
    launcher,
    pods,
    newestPod,
    configMaps,
    claims,
    gate,
  };
};
