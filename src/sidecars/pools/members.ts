import type { KubernetesObject } from '../objects/resources';
import type { VirtualMachinePool } from '../objects/templateResources';

export type PoolOwner = NonNullable<KubernetesObject['metadata']['ownerReferences']>[number];

/** The pool that makes the VM and changes it; undefined for other VMs. */
export const poolOwner = ({ metadata }: KubernetesObject): PoolOwner | undefined =>
  (metadata.ownerReferences ?? []).find(
    ({ controller, kind }) => controller === true && kind === 'VirtualMachinePool',
  );

export const isMemberOf = (pool: KubernetesObject, vm: KubernetesObject): boolean =>
  pool.metadata.uid !== undefined && poolOwner(vm)?.uid === pool.metadata.uid;

/** A label selector that all VMs of the pool match; undefined if it has expressions too, which are not worth the syntax. */
export const memberSelector = ({ spec }: VirtualMachinePool): string | undefined => {
  const { matchLabels = {}, matchExpressions } = (spec.selector ?? {}) as {
    matchLabels?: Record<string, string>;
    matchExpressions?: unknown[];
  };
  const labels = Object.entries(matchLabels);
  return labels.length === 0 || (matchExpressions ?? []).length > 0
    ? undefined
    : labels.map(([label, value]) => `${label}=${value}`).join();
};
