import { useMemo } from 'react';
import { parseSidecars, type ParsedSidecars } from '../sidecars/annotation/annotation';
import { instanceOwner, replicaSetSelector } from '../sidecars/objects/holder';
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
import { inheritedHooks } from '../sidecars/state/inherited';
import { mostUrgent, type SidecarState } from '../sidecars/state/state';
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
import { useVerdicts } from './verdicts';
import { useWatchedList } from '../k8s/useWatched';

export interface InstanceState {
  vmi: VirtualMachineInstance;
  state: SidecarState;
}

export interface VmSidecars extends CheckedVm {
  /** The annotation of the template. */
  parsed: ParsedSidecars;
  /** The same, or what the VM inherits if its template has none. */
  attached: ParsedSidecars;
  state: SidecarState;
  /** The VM with what its preference and instance type add; undefined if not needed or not known. */
  expanded: VirtualMachine | undefined;
  /** All instances of a replica set, by name; empty for anything else. */
  instances: readonly InstanceState[];
  /** The value is undefined while the VM is stopped. Of a replica set's instances, the one with the most urgent state. */
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

type CheckFinding = CheckedVm['findings'][number];

const withoutFix = ({ id, severity, params, place }: CheckFinding): CheckFinding => ({
  id,
  severity,
  params,
  place,
});

/**
 * React hook: everything about one VM's sidecars, live, with three watches and one poll, whatever the number of sidecars,
 * one more watch if a sidecar needs a claim, and one more request if the VM may inherit hooks.
 */
export const useVmSidecars = (vm: VirtualMachine): VmSidecars => {
  const { name, namespace, uid } = vm.metadata;
  const set = replicaSetSelector(vm);
  const instanceList = useWatchedList<VirtualMachineInstance>({
    model: VirtualMachineInstanceModel,
    namespace,
    ...(set === undefined ? { fieldSelector: `metadata.name=${name}` } : { labelSelector: set }),
  });
  const own = useMemo(
    () =>
      mapLoadable(instanceList, (list) =>
        set === undefined ? list : list.filter((vmi) => instanceOwner(vmi)?.uid === uid),
      ),
    [instanceList, set, uid],
  );
  const podList = useWatchedList<Pod>({
    model: PodModel,
    namespace,
    // KubeVirt copies the labels of an instance to its pods.
    labelSelector: set ?? launcherSelector(vm, loadedData(own)?.[0]),
  });
  const configMapList = useWatchedList<ConfigMap>({ model: ConfigMapModel, namespace });
  const gate = useGate();

  const pods = useMemo(
    () => mapLoadable(podList, (list) => (set === undefined ? podsOfVm(list, name) : list)),
    [podList, set, name],
  );
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
  const expanded = useExpandedVm(vm);
  const inherited = inheritedHooks(vm, loadedData(own)?.[0], expanded)?.text;
  const attached = useMemo(
    () => (inherited === undefined ? parsed : parseSidecars(inherited)),
    [parsed, inherited],
  );
  const checked = useMemo(() => {
    const result = checkVm(vm, attached, gate.status, {
      configMaps: loadedData(configMaps),
      pvcs: claims && loadedData(claims),
    });
    // A fix would write into the template, where inherited hooks are not.
    return inherited === undefined ? result : { ...result, findings: result.findings.map(withoutFix) };
  }, [vm, attached, inherited, gate.status, configMaps, claims]);
  const verdicts = useVerdicts();
  const states = useMemo(
    () =>
      (loadedData(own) ?? []).map((vmi) => ({
        vmi,
        state: stateOfVm(checked, gate.status, vmi, loadedData(pods) ?? [], { expanded, verdicts }),
      })),
    [own, checked, gate.status, pods, expanded, verdicts],
  );
  const state = useMemo(
    () =>
      mostUrgent(states.map((one) => one.state)) ??
      stateOfVm(checked, gate.status, undefined, loadedData(pods) ?? [], { expanded }),
    [states, checked, gate.status, pods, expanded],
  );
  const vmi = useMemo(
    () => mapLoadable(own, () => states.find((one) => one.state === state)?.vmi),
    [own, states, state],
  );
  const launcher = useMemo(
    () => mapLoadable(pods, (list) => findLauncherPod(loadedData(vmi), list)),
    [pods, vmi],
  );
  const newestPod = useMemo(() => newestLauncherPod(loadedData(vmi), loadedData(pods) ?? []), [pods, vmi]);
  const instances = useMemo(
    () =>
      set === undefined
        ? []
        : [...states].sort((one, other) => one.vmi.metadata.name.localeCompare(other.vmi.metadata.name)),
    [set, states],
  );
  return {
    parsed,
    attached,
    state,
    instances,
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
