import { parseSidecars, type ParsedSidecars } from '../annotation/annotation';
import { bySeverity } from '../checks/check';
import { worstConsequence } from '../checks/consequence';
import type { ConfigMap, KubernetesObject, VirtualMachine } from '../objects/resources';
import { vmsOfHolder } from '../objects/templateVm';
import { templateAnnotation } from '../objects/vm';
import { isMadeFrom, possibleOrigins } from '../templates/madeFrom';
import {
  append,
  indexConfigMaps,
  listed,
  remembered,
  type ConfigMapsByNamespace,
  type SideList,
} from './objectIndex';
import { vmFindings, type VmFindings } from './vmFindings';

/** A VM in a template or pool, with its annotation. */
export interface TemplateRowVm {
  vm: VirtualMachine;
  parsed: ParsedSidecars;
}

/** What VMs are made from: an OpenShift template with VMs, a VirtualMachineTemplate or a VirtualMachinePool. */
export interface TemplateRow {
  object: KubernetesObject;
  /** At least one. */
  vms: readonly TemplateRowVm[];
  /** Of all its VMs. Undefined while what the checks read is loading. */
  findings: VmFindings | undefined;
  /** The VMs that are known to be made from it. Undefined while, or because, VMs are not known. */
  made: readonly VirtualMachine[] | undefined;
}

export interface TemplateRowsInput {
  objects: readonly KubernetesObject[];
  vms: SideList<VirtualMachine>;
  configMaps: SideList<ConfigMap>;
  gate: { version?: string | undefined } | 'loading';
}

type VmIndex = ReadonlyMap<string, readonly VirtualMachine[]>;

const NO_VMS: readonly VirtualMachine[] = [];

const parsedVms = new WeakMap<KubernetesObject, readonly TemplateRowVm[]>();

/** The VMs of a listed object, read once. */
export const rowVms = (object: KubernetesObject): readonly TemplateRowVm[] => {
  const known =
    parsedVms.get(object) ??
    vmsOfHolder(object).map((vm) => ({ vm, parsed: parseSidecars(templateAnnotation(vm)) }));
  parsedVms.set(object, known);
  return known;
};

const indexOrigins = (vms: SideList<VirtualMachine>): VmIndex => {
  const index = new Map<string, VirtualMachine[]>();
  for (const vm of listed(vms)) {
    possibleOrigins(vm).forEach((origin) => {
      append(index, origin, vm);
    });
  }
  return index;
};

const madeFrom = (object: KubernetesObject, index: VmIndex): readonly VirtualMachine[] => {
  const { name, uid = '' } = object.metadata;
  const candidates = [...(index.get(name) ?? []), ...(index.get(uid) ?? [])];
  return candidates.length === 0 ? NO_VMS : candidates.filter((vm) => isMadeFrom(object, vm));
};

const isAttached = ({ parsed }: TemplateRowVm): boolean => parsed.kind !== 'absent';

const findingsOf = (
  { metadata: { namespace = '' } }: KubernetesObject,
  vms: readonly TemplateRowVm[],
  { configMaps, gate }: Pick<TemplateRowsInput, 'configMaps' | 'gate'>,
  namespaces: ConfigMapsByNamespace,
): VmFindings | undefined => {
  if (vms.some(isAttached) && (configMaps === 'loading' || gate === 'loading')) {
    return undefined;
  }
  const facts = {
    configMaps:
      typeof configMaps === 'string'
        ? undefined
        : (namespaces.get(namespace) ?? new Map<string, ConfigMap>()),
    kubevirtVersion: gate === 'loading' ? undefined : gate.version,
  };
  const [first, ...others] = vms.map(({ vm, parsed }) => vmFindings(vm, parsed, facts));
  if (first === undefined || others.length === 0) {
    return first;
  }
  const list = [first, ...others].flatMap((findings) => findings.list).sort(bySeverity);
  return { list, consequence: worstConsequence(list) };
};

interface KnownRow {
  row: TemplateRow;
  namespaces: ConfigMapsByNamespace;
  settings: string;
}

const isSameList = <T>(one: readonly T[] | undefined, other: readonly T[] | undefined): boolean =>
  one === other ||
  (one !== undefined && one.length === other?.length && one.every((item, index) => item === other[index]));

/**
 * Makes rows of what VMs are made from; templates without VMs have none. A row keeps its identity until something it is
 * made of changes. Yields after each object, so that whoever runs it can pause there.
 */
export const createTemplateRows = (): ((input: TemplateRowsInput) => Generator<undefined, TemplateRow[]>) => {
  const known = new WeakMap<KubernetesObject, KnownRow>();
  const vmIndex = remembered(indexOrigins);
  const configMapIndex = remembered((list: SideList<ConfigMap>) => indexConfigMaps(listed(list)));

  return function* ({ objects, ...sides }) {
    const index = vmIndex(sides.vms);
    const namespaces = configMapIndex(sides.configMaps);
    const settings = JSON.stringify([typeof sides.configMaps, sides.gate]);
    const rows: TemplateRow[] = [];
    for (const object of objects) {
      const vms = rowVms(object);
      if (vms.length > 0) {
        const made = typeof sides.vms === 'string' ? undefined : madeFrom(object, index);
        const before = known.get(object);
        const isSame =
          before?.settings === settings &&
          before.namespaces === namespaces &&
          isSameList(before.row.made, made);
        const row = isSame
          ? before.row
          : { object, vms, findings: findingsOf(object, vms, sides, namespaces), made };
        known.set(object, { row, namespaces, settings });
        rows.push(row);
      }
      yield undefined;
    }
    return rows;
  };
};
