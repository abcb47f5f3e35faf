import { isDeepStrictEqual } from 'node:util';
import type { VirtualMachine, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import type { Store } from '../../contract';
import { deleteIfPresent } from '../behaviour';
import { CONTROLLER_REVISIONS, storeRevision } from '../controllerRevisions';
import { isOwnedBy, REVISION_LABEL, type Pool } from './pool';

const revisionOf = ({
  metadata,
}: Pick<VirtualMachine | VirtualMachineInstance, 'metadata'>): string | undefined =>
  metadata.labels?.[REVISION_LABEL];

const specOf = (store: Store, namespace: string | undefined, name: string): Pool['spec'] | undefined =>
  store.get(CONTROLLER_REVISIONS, namespace, name)?.data as Pool['spec'] | undefined;

/** Stores the pool's spec as it is now, under a name that this function returns. */
export const ensureRevision = (store: Store, pool: Pool): string => {
  const { generation = 1 } = pool.metadata;
  const name = `${pool.metadata.name}-${generation}`;
  storeRevision(store, pool, name, pool.spec, generation);
  return name;
};

/** Whether a VM was made of another template than the pool has now. */
export const isOutdatedMachine = (store: Store, pool: Pool, vm: VirtualMachine): boolean => {
  const made = specOf(store, vm.metadata.namespace, revisionOf(vm) ?? '');
  return !isDeepStrictEqual(made?.virtualMachineTemplate, pool.spec.virtualMachineTemplate);
};

/** What has to be done so that an instance is as its up-to-date VM describes it. */
export type InstanceUpdate = 'none' | 'restart' | 'relabel' | 'deleteMachine';

export const instanceUpdate = (
  store: Store,
  vm: VirtualMachine,
  vmi: VirtualMachineInstance,
): InstanceUpdate => {
  const [wanted, running] = [revisionOf(vm), revisionOf(vmi)];
  if (wanted === undefined || wanted === running) {
    return 'none';
  }
  const { namespace } = vm.metadata;
  const expected = specOf(store, namespace, wanted)?.virtualMachineTemplate.spec;
  const current = specOf(store, namespace, running ?? '')?.virtualMachineTemplate.spec;
  if (expected === undefined) {
    return 'none';
  }
  if (current === undefined) {
    return 'restart';
  }
  if (!isDeepStrictEqual(current.dataVolumeTemplates, expected.dataVolumeTemplates)) {
    return 'deleteMachine';
  }
  return isDeepStrictEqual(current.template, expected.template) ? 'relabel' : 'restart';
};

/** Deletes the revisions of a pool that none of these objects was made of. */
export const pruneRevisions = (
  store: Store,
  pool: Pool,
  users: readonly Pick<VirtualMachine | VirtualMachineInstance, 'metadata'>[],
): void => {
  const used = new Set(users.map(revisionOf));
  for (const revision of store.list(CONTROLLER_REVISIONS, pool.metadata.namespace)) {
    if (isOwnedBy(pool, revision) && !used.has(revision.metadata.name)) {
      deleteIfPresent(store, CONTROLLER_REVISIONS, revision);
    }
  }
};
