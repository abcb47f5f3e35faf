import { CREATED_BY_LABEL, VM_NAME_LABEL } from '../annotation/constants';
import type { Pod, VirtualMachineInstance } from './resources';

export type LauncherPod =
  | { kind: 'none' }
  | { kind: 'found'; pod: Pod }
  /** A live migration is running, and the domain is still in the source. */
  | { kind: 'migrating'; source: Pod | undefined; target: Pod | undefined };

/** KubeVirt's other pods, such as those that hold hot-plugged volumes, have another value here. */
const COMPONENT_LABEL = 'kubevirt.io';

const isLauncherOf = (vmi: VirtualMachineInstance, { metadata }: Pod): boolean => {
  const { labels = {}, namespace } = metadata;
  const createdBy = labels[CREATED_BY_LABEL];
  if (
    namespace !== vmi.metadata.namespace ||
    (labels[COMPONENT_LABEL] ?? 'virt-launcher') !== 'virt-launcher'
  ) {
    return false;
  }
  // The uid distinguishes the pods from those of an earlier instance with the same name.
  return createdBy === undefined || vmi.metadata.uid === undefined
    ? labels[VM_NAME_LABEL] === vmi.metadata.name
    : createdBy === vmi.metadata.uid;
};

const newestFirst = (one: Pod, other: Pod): number =>
  (other.metadata.creationTimestamp ?? '').localeCompare(one.metadata.creationTimestamp ?? '') ||
  other.metadata.name.localeCompare(one.metadata.name);

/** The newest pod of the instance in any phase: it shows why a start fails. */
export const newestLauncherPod = (
  vmi: VirtualMachineInstance | undefined,
  pods: readonly Pod[],
): Pod | undefined => (vmi && pods.filter((pod) => isLauncherOf(vmi, pod)).sort(newestFirst))?.[0];

/**
 * The pod in which the instance's domain runs. Of several running pods, prefers the one on the instance's node, then
 * the newest: after a migration the old pod remains for a while, and after a failed migration the new one does.
 */
export const findLauncherPod = (
  vmi: VirtualMachineInstance | undefined,
  pods: readonly Pod[],
): LauncherPod => {
  if (vmi === undefined) {
    return { kind: 'none' };
  }
  const { migrationState: migration, nodeName } = vmi.status ?? {};
  const own = pods.filter((pod) => isLauncherOf(vmi, pod));
  const named = (name: string | undefined): Pod | undefined => own.find((pod) => pod.metadata.name === name);
  if (
    migration?.startTimestamp !== undefined &&
    migration.endTimestamp === undefined &&
    migration.completed !== true &&
    migration.failed !== true
  ) {
    return { kind: 'migrating', source: named(migration.sourcePod), target: named(migration.targetPod) };
  }
  const running = own
    .filter(({ metadata, status }) => status?.phase === 'Running' && metadata.deletionTimestamp === undefined)
    .sort(newestFirst);
  const pod = running.find(({ spec }) => nodeName !== undefined && spec.nodeName === nodeName) ?? running[0];
  return pod === undefined ? { kind: 'none' } : { kind: 'found', pod };
};

/**
 * The pod from which the state of an instance's sidecars is read: the one with the domain (during a migration, the
 * source), or else the newest.
 */
export const statePod = (vmi: VirtualMachineInstance | undefined, pods: readonly Pod[]): Pod | undefined => {
  const launcher = findLauncherPod(vmi, pods);
  switch (launcher.kind) {
    case 'found':
      return launcher.pod;
    case 'migrating':
      return launcher.source;
    case 'none':
      return newestLauncherPod(vmi, pods);
  }
};
