import { parseSidecars, checkedSidecars, type ParsedSidecars } from '../annotation/annotation';
import { asVm } from '../objects/holder';
import { statePod } from '../objects/launcherPod';
import type {
  ConfigMap,
  KubernetesObject,
  Pod,
  VirtualMachine,
  VirtualMachineInstance,
  VirtualMachineInstanceReplicaSet,
} from '../objects/resources';
import { mostUrgent, sidecarState, type SidecarState, type Verification } from '../state/state';
import { currentVerdict, type Verdicts } from '../state/verdict';
import { instanceAnnotation, templateAnnotation } from '../objects/vm';
import { vmFindings, type VmFindings } from './vmFindings';
import {
  indexConfigMaps,
  indexInstances,
  indexPods,
  listed,
  placeOf,
  remembered,
  type ConfigMapsByNamespace,
  type PodIndex,
  type SideList,
} from './objectIndex';

/** A VM; or an instance without a VM, or a replica set of instances, which have sidecars. */
export interface SidecarVm {
  /** Its kind says what it is. */
  vm: VirtualMachine;
  parsed: ParsedSidecars;
  /** Undefined while, or because, what decides it is not known. */
  state: SidecarState | undefined;
  /** What checks foresee. Undefined while what they look at is being read. */
  findings: VmFindings | undefined;
}

export interface VmRowsInput {
  vms: readonly VirtualMachine[];
  replicaSets: SideList<VirtualMachineInstanceReplicaSet>;
  instances: SideList<VirtualMachineInstance>;
  pods: SideList<Pod>;
  configMaps: SideList<ConfigMap>;
  gate: { enabled: boolean | undefined; version?: string | undefined } | 'loading';
  /** Results of validations. */
  verdicts: Verdicts;
}

/** A row and all that it was made of. */
interface KnownRow {
  row: SidecarVm;
  /** The VM's instances, their pods, and the ConfigMaps of its scripts. */
  from: readonly (KubernetesObject | undefined)[];
  settings: string;
  verdicts: readonly (Verification | undefined)[];
}

/** Whether both are the same version of the same object, or both are not there. */
const isSame = (one: KubernetesObject | undefined, other: KubernetesObject | undefined): boolean =>
  one === other ||
  (one !== undefined &&
    other !== undefined &&
    one.metadata.uid === other.metadata.uid &&
    one.metadata.resourceVersion === other.metadata.resourceVersion);

const configMapNames = (parsed: ParsedSidecars): string[] =>
  checkedSidecars(parsed).flatMap(({ configMap }) => (configMap === undefined ? [] : [configMap.name]));

/**
 * Makes rows of VMs, each again only when something it was made of has changed: other rows keep their identity.
 * The time for a change is linear in the number of objects, with one comparison a VM. Yields after each row, for
 * whoever runs it to pause there.
 */
export const createVmRows = (): ((input: VmRowsInput) => Generator<undefined, SidecarVm[]>) => {
  let known = new Map<string, KnownRow>();
  const instanceIndex = remembered((list: SideList<VirtualMachineInstance>) => indexInstances(listed(list)));
  const shapes = new WeakMap<KubernetesObject, VirtualMachine>();
  const podIndex = remembered((list: SideList<Pod>): PodIndex => indexPods(listed(list)));
  const configMapIndex = remembered((list: SideList<ConfigMap>): ConfigMapsByNamespace =>
    indexConfigMaps(listed(list)),
  );

  const shapeOf = (object: KubernetesObject): VirtualMachine => {
    const shape = shapes.get(object) ?? asVm(object);
    shapes.set(object, shape);
    return shape;
  };

  return function* ({ vms, replicaSets, instances, pods, configMaps, gate, verdicts }) {
    const { byPlace, ofReplicaSet, bare } = instanceIndex(instances);
    const podsOf = podIndex(pods);
    const namespaces = configMapIndex(configMaps);
    const isLoading = pods === 'loading' || configMaps === 'loading' || gate === 'loading';
    const settings = [
      typeof instances === 'string' ? instances : '',
      typeof pods === 'string' ? pods : '',
      typeof configMaps === 'string' ? configMaps : '',
      gate === 'loading' ? gate : `${String(gate.enabled)} ${gate.version ?? ''}`,
    ].join();

    const configMapsOf = ({ metadata: { namespace = '' } }: VirtualMachine) =>
      typeof configMaps === 'string'
        ? undefined
        : (namespaces.get(namespace) ?? new Map<string, ConfigMap>());

    const stateOf = (
      vm: VirtualMachine,
      vmis: readonly VirtualMachineInstance[],
      launcherPods: readonly (Pod | undefined)[],
      findings: VmFindings | undefined,
      verifications: readonly (Verification | undefined)[],
    ): SidecarState | undefined => {
      const isAttached =
        templateAnnotation(vm) !== undefined || vmis.some((vmi) => instanceAnnotation(vmi) !== undefined);
      if ((typeof instances === 'string' && vm.status?.created === true) || (isAttached && isLoading)) {
        return undefined;
      }
      const of = (vmi: VirtualMachineInstance | undefined, index = 0): SidecarState =>
        sidecarState({
          vm,
          vmi,
          launcherPod: launcherPods[index],
          verification: verifications[index],
          configMaps: configMapsOf(vm),
          findings: findings?.list,
          gate: gate === 'loading' ? undefined : gate,
        });
      return mostUrgent(vmis.map(of)) ?? of(undefined);
    };

    const findingsOf = (vm: VirtualMachine, parsed: ParsedSidecars): VmFindings | undefined =>
      parsed.kind !== 'absent' && (configMaps === 'loading' || gate === 'loading')
        ? undefined
        : vmFindings(vm, parsed, {
            configMaps: configMapsOf(vm),
            kubevirtVersion: gate === 'loading' ? undefined : gate.version,
          });

    const rowOf = (
      vm: VirtualMachine,
      vmis: readonly VirtualMachineInstance[],
      before: KnownRow | undefined,
    ): KnownRow => {
      const launcherPods = vmis.map((vmi) => statePod(vmi, podsOf(vmi)));
      const isSameVm = before !== undefined && isSame(before.row.vm, vm);
      const parsed = isSameVm ? before.row.parsed : parseSidecars(templateAnnotation(vm));
      const inNamespace = namespaces.get(vm.metadata.namespace ?? '');
      const sources = configMapNames(parsed).map((name) => inNamespace?.get(name));
      const from = [...vmis, ...launcherPods, ...sources];
      const verifications = vmis.map((vmi) => currentVerdict(verdicts, vm, vmi, configMapsOf(vm)));
      if (
        isSameVm &&
        before.settings === settings &&
        before.from.length === from.length &&
        from.every((object, index) => isSame(object, before.from[index])) &&
        verifications.every((verification, index) => verification === before.verdicts[index])
      ) {
        return before;
      }
      const findings = findingsOf(vm, parsed);
      const state = stateOf(vm, vmis, launcherPods, findings, verifications);
      return { row: { vm, parsed, state, findings }, from, settings, verdicts: verifications };
    };

    const next = new Map<string, KnownRow>();
    const rows: SidecarVm[] = [];
    const add = (vm: VirtualMachine, vmis: readonly VirtualMachineInstance[]): void => {
      const key = `${vm.kind} ${placeOf(vm)}`;
      const row = rowOf(vm, vmis, known.get(key));
      next.set(key, row);
      rows.push(row.row);
    };
    for (const vm of vms) {
      const vmi = byPlace.get(placeOf(vm));
      add(vm, vmi === undefined ? [] : [vmi]);
      yield undefined;
    }
    for (const vmi of bare) {
      // A VM takes over an instance of its name.
      if (!next.has(`VirtualMachine ${placeOf(vmi)}`)) {
        add(shapeOf(vmi), [vmi]);
        yield undefined;
      }
    }
    for (const set of listed(replicaSets)) {
      const own = ofReplicaSet.get(set.metadata.uid ?? '') ?? [];
      if (templateAnnotation(set) !== undefined || own.some((vmi) => instanceAnnotation(vmi) !== undefined)) {
        add(shapeOf(set), own);
        yield undefined;
      }
    }
    known = next;
    return rows;
  };
};
