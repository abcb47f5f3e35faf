import { parseSidecars, checkedSidecars, type ParsedSidecars } from '../annotation/annotation';
import { statePod } from '../objects/launcherPod';
import type {
  ConfigMap,
  KubernetesObject,
  Pod,
  VirtualMachine,
  VirtualMachineInstance,
} from '../objects/resources';
import { sidecarState, type SidecarState } from '../state/state';
import { instanceAnnotation, templateAnnotation } from '../objects/vm';
import { vmFindings, type VmFindings } from './vmFindings';
import {
  indexConfigMaps,
  indexPods,
  placeOf,
  type ConfigMapsByNamespace,
  type PodIndex,
} from './objectIndex';

export interface SidecarVm {
  vm: VirtualMachine;
  /** Undefined while the VM is stopped, or instances are not known. */
  vmi: VirtualMachineInstance | undefined;
  parsed: ParsedSidecars;
  /** Undefined while, or because, what decides it is not known. */
  state: SidecarState | undefined;
  /** What checks foresee. Undefined while what they look at is being read. */
  findings: VmFindings | undefined;
}

/** A list beside that of the VMs: `missing` will not come, as the user may not read it. */
export type SideList<T> = readonly T[] | 'loading' | 'missing';

export interface VmRowsInput {
  vms: readonly VirtualMachine[];
  instances: SideList<VirtualMachineInstance>;
  pods: SideList<Pod>;
  configMaps: SideList<ConfigMap>;
  gate: { enabled: boolean | undefined; version?: string | undefined } | 'loading';
}

/** A row and all that it was made of. */
interface KnownRow {
  row: SidecarVm;
  pod: Pod | undefined;
  sources: readonly (ConfigMap | undefined)[];
  settings: string;
}

const listed = <T>(list: SideList<T>): readonly T[] => (typeof list === 'string' ? [] : list);

/** Whether both are the same version of the same object, or both are not there. */
const isSame = (one: KubernetesObject | undefined, other: KubernetesObject | undefined): boolean =>
  one === other ||
  (one !== undefined &&
    other !== undefined &&
    one.metadata.uid === other.metadata.uid &&
    one.metadata.resourceVersion === other.metadata.resourceVersion);

/** Answers the same as before while the list is the same one. */
const remembered = <T, I>(build: (list: T) => I): ((list: T) => I) => {
  let last: { list: T; index: I } | undefined;
  return (list) => {
    if (last?.list !== list) {
      last = { list, index: build(list) };
    }
    return last.index;
  };
};

const configMapNames = (parsed: ParsedSidecars): string[] =>
  checkedSidecars(parsed).flatMap(({ configMap }) => (configMap === undefined ? [] : [configMap.name]));

/**
 * Makes rows of VMs, each again only when something it was made of has changed: other rows keep their identity.
 * The time for a change is linear in the number of objects, with one comparison a VM. Yields after each row, for
 * whoever runs it to pause there.
 */
export const createVmRows = (): ((input: VmRowsInput) => Generator<undefined, SidecarVm[]>) => {
  let known = new Map<string, KnownRow>();
  const instanceIndex = remembered(
    (list: SideList<VirtualMachineInstance>) => new Map(listed(list).map((vmi) => [placeOf(vmi), vmi])),
  );
  const podIndex = remembered((list: SideList<Pod>): PodIndex => indexPods(listed(list)));
  const configMapIndex = remembered((list: SideList<ConfigMap>): ConfigMapsByNamespace =>
    indexConfigMaps(listed(list)),
  );

  return function* ({ vms, instances, pods, configMaps, gate }) {
    const instanceOf = instanceIndex(instances);
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
      vmi: VirtualMachineInstance | undefined,
      launcherPod: Pod | undefined,
      findings: VmFindings | undefined,
    ): SidecarState | undefined => {
      const isAttached =
        templateAnnotation(vm) !== undefined || (vmi !== undefined && instanceAnnotation(vmi) !== undefined);
      if ((typeof instances === 'string' && vm.status?.created === true) || (isAttached && isLoading)) {
        return undefined;
      }
      return sidecarState({
        vm,
        vmi,
        launcherPod,
        configMaps: configMapsOf(vm),
        findings: findings?.list,
        gate: gate === 'loading' ? undefined : gate,
      });
    };

    const findingsOf = (vm: VirtualMachine, parsed: ParsedSidecars): VmFindings | undefined =>
      parsed.kind !== 'absent' && (configMaps === 'loading' || gate === 'loading')
        ? undefined
        : vmFindings(vm, parsed, {
            configMaps: configMapsOf(vm),
            kubevirtVersion: gate === 'loading' ? undefined : gate.version,
          });

    const rowOf = (vm: VirtualMachine, before: KnownRow | undefined): KnownRow => {
      const vmi = instanceOf.get(placeOf(vm));
      const pod = vmi && statePod(vmi, podsOf(vmi));
      const isSameVm = before !== undefined && isSame(before.row.vm, vm);
      const parsed = isSameVm ? before.row.parsed : parseSidecars(templateAnnotation(vm));
      const inNamespace = namespaces.get(vm.metadata.namespace ?? '');
      const sources = configMapNames(parsed).map((name) => inNamespace?.get(name));
      if (
        isSameVm &&
        before.settings === settings &&
        isSame(before.row.vmi, vmi) &&
        isSame(before.pod, pod) &&
        sources.every((source, index) => isSame(source, before.sources[index]))
      ) {
        return before;
      }
      const findings = findingsOf(vm, parsed);
      const state = stateOf(vm, vmi, pod, findings);
      return { row: { vm, vmi, parsed, state, findings }, pod, sources, settings };
    };

    const next = new Map<string, KnownRow>();
    const rows: SidecarVm[] = [];
    for (const vm of vms) {
      const place = placeOf(vm);
      const row = rowOf(vm, known.get(place));
      next.set(place, row);
      rows.push(row.row);
      yield undefined;
    }
    known = next;
    return rows;
  };
};
