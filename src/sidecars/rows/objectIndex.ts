import { CREATED_BY_LABEL, VM_NAME_LABEL } from '../annotation/constants';
import { instanceOwner } from '../objects/holder';
import { instanceAnnotation } from '../objects/vm';
import type { ConfigMap, KubernetesObject, Pod, VirtualMachineInstance } from '../objects/resources';

/** A list beside that of the rows' objects: `missing` will not come, as the user may not read it. */
export type SideList<T> = readonly T[] | 'loading' | 'missing';

export const listed = <T>(list: SideList<T>): readonly T[] => (typeof list === 'string' ? [] : list);

/** Returns the same as before while the list is the same one. */
export const remembered = <T, I>(build: (list: T) => I): ((list: T) => I) => {
  let last: { list: T; index: I } | undefined;
  return (list) => {
    if (last?.list !== list) {
      last = { list, index: build(list) };
    }
    return last.index;
  };
};

/** The separator cannot occur in a name. */
export const placeOf = ({ metadata: { namespace = '', name } }: KubernetesObject): string =>
  `${namespace}/${name}`;

export const append = <T>(index: Map<string, T[]>, key: string, value: T): void => {
  const list = index.get(key);
  if (list === undefined) {
    index.set(key, [value]);
  } else {
    list.push(value);
  }
};

export interface InstanceIndex {
  byPlace: ReadonlyMap<string, VirtualMachineInstance>;
  /** By the uid of the replica set. */
  ofReplicaSet: ReadonlyMap<string, readonly VirtualMachineInstance[]>;
  /** Those with sidecars that nothing else made. */
  bare: readonly VirtualMachineInstance[];
}

export const indexInstances = (instances: readonly VirtualMachineInstance[]): InstanceIndex => {
  const byPlace = new Map<string, VirtualMachineInstance>();
  const ofReplicaSet = new Map<string, VirtualMachineInstance[]>();
  const bare: VirtualMachineInstance[] = [];
  for (const vmi of instances) {
    byPlace.set(placeOf(vmi), vmi);
    const owner = instanceOwner(vmi);
    if (owner?.kind === 'VirtualMachineInstanceReplicaSet') {
      append(ofReplicaSet, owner.uid, vmi);
    } else if (owner === undefined && instanceAnnotation(vmi) !== undefined) {
      bare.push(vmi);
    }
  }
  return { byPlace, ofReplicaSet, bare };
};

/** The pods that may belong to an instance: by its uid, or by name if a label is missing. */
export type PodIndex = (vmi: VirtualMachineInstance) => Pod[];

export const indexPods = (pods: readonly Pod[]): PodIndex => {
  const byUid = new Map<string, Pod[]>();
  const byName = new Map<string, Pod[]>();
  for (const pod of pods) {
    const { labels = {}, namespace = '' } = pod.metadata;
    append(byUid, labels[CREATED_BY_LABEL] ?? '', pod);
    append(byName, `${namespace}/${labels[VM_NAME_LABEL] ?? ''}`, pod);
  }
  return (vmi) => {
    const { uid } = vmi.metadata;
    const own = uid === undefined ? [] : (byUid.get(uid) ?? []);
    return [...new Set([...own, ...(byName.get(placeOf(vmi)) ?? [])])];
  };
};

export type ConfigMapsByNamespace = ReadonlyMap<string, ReadonlyMap<string, ConfigMap>>;

export const indexConfigMaps = (configMaps: readonly ConfigMap[]): ConfigMapsByNamespace => {
  const index = new Map<string, Map<string, ConfigMap>>();
  for (const configMap of configMaps) {
    const { namespace = '', name } = configMap.metadata;
    const names = index.get(namespace) ?? new Map<string, ConfigMap>();
    names.set(name, configMap);
    index.set(namespace, names);
  }
  return index;
};
