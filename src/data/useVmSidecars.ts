import { useMemo } from 'react';
import { sidecarsIn, type ParsedSidecars } from '../sidecars/annotation/annotation';
import { parseSidecars } from '../sidecars/annotation/annotation';
import type { CheckContext, Finding } from '../sidecars/checks/check';
import { DOMAIN_ANNOTATION } from '../sidecars/annotation/constants';
import type { LauncherPod } from '../sidecars/objects/launcherPod';
import { findLauncherPod, newestLauncherPod, statePod } from '../sidecars/objects/launcherPod';
import { launcherSelector } from '../sidecars/objects/launcherSelector';
import type {
  ConfigMap,
  KubernetesObject,
  Pod,
  VirtualMachine,
  VirtualMachineInstance,
} from '../sidecars/objects/resources';
import type { SidecarState } from '../sidecars/state/state';
import { sidecarState } from '../sidecars/state/state';
import { templateAnnotation } from '../sidecars/objects/vm';
import { fixableFindings } from '../sidecars/rows/vmFindings';
import type { Loadable } from '../loadable';
import { loadedData, mapLoadable } from '../loadable';
import {
  ConfigMapModel,
  PersistentVolumeClaimModel,
  PodModel,
  VirtualMachineInstanceModel,
} from '../k8s/models';
import type { Gate } from './useGate';
import { useGate } from './useGate';
import { useWatchedList } from '../k8s/useWatched';

export interface VmSidecars {
  parsed: ParsedSidecars;
  state: SidecarState;
  /** The input of checks, without the annotation. */
  checkContext: Omit<CheckContext, 'parsed'>;
  /** The checks' findings about the template, without those about the gate, which the banner shows. */
  findings: readonly Finding[];
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

/** An annotation that cannot be parsed may name claims once it is repaired. */
export const mayNameClaims = (parsed: ParsedSidecars): boolean =>
  parsed.kind === 'malformed' || sidecarsIn(parsed).some(({ pvc }) => pvc !== undefined);

// Another VM's pod may have the same host name.
export const isOfVm = ({ metadata: { annotations } }: Pod, name: string): boolean =>
  (annotations?.[DOMAIN_ANNOTATION] ?? name) === name;

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

  const pods = useMemo(
    () => mapLoadable(podList, (list) => list.filter((pod) => isOfVm(pod, name))),
    [podList, name],
  );
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
  const asksForClaims = mayNameClaims(parsed);
  const claimList = useWatchedList<KubernetesObject>(
    asksForClaims ? { model: PersistentVolumeClaimModel, namespace } : undefined,
  );
  const claims = useMemo(
    () =>
      asksForClaims
        ? mapLoadable(claimList, (list) => new Set(list.map(({ metadata }) => metadata.name)))
        : undefined,
    [asksForClaims, claimList],
  );
  const checkContext = useMemo(
    () => ({
      vm,
      configMaps: loadedData(configMaps),
      pvcs: claims && loadedData(claims),
      kubevirtVersion: gate.status?.version,
      gate: gate.status,
    }),
    [vm, configMaps, claims, gate.status],
  );
  const findings = useMemo(() => fixableFindings({ ...checkContext, parsed }), [checkContext, parsed]);
  const state = useMemo(
    () =>
      sidecarState({
        vm,
        vmi: loadedData(vmi),
        configMaps: loadedData(configMaps),
        launcherPod: statePod(loadedData(vmi), loadedData(pods) ?? []),
        findings,
        gate: gate.status,
      }),
    [vm, vmi, configMaps, pods, findings, gate.status],
  );
  return {
    parsed,
    state,
    checkContext,
    findings,
    vmi,
    launcher,
    pods,
    newestPod,
    configMaps,
    claims,
    gate,
  };
};
