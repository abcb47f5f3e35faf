import type { VirtualMachine, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import {
  changeIfPresent,
  deleteIfPresent,
  INSTANCES,
  MACHINES,
  readInstance,
  type Behaviour,
} from '../behaviour';
import { errorMessage, isApiError } from '../apiError';
import { isReady } from '../conditions';
import { maxUnavailable, REVISION_LABEL, type Pool } from './pool';
import { updatedMachine } from './poolMachine';
import { ensureRevision, instanceUpdate, isOutdatedMachine, type InstanceUpdate } from './poolRevisions';
import { COMPONENT, PoolError } from './poolScale';
import { inOrder, selected } from './poolSelection';

const instanceOf = ({ store }: Behaviour, { metadata }: VirtualMachine): VirtualMachineInstance | undefined =>
  readInstance(store, metadata.namespace ?? 'default', metadata.name);

const isAvailable = (vmi: VirtualMachineInstance | undefined): boolean =>
  vmi !== undefined &&
  vmi.metadata.deletionTimestamp === undefined &&
  vmi.status?.phase === 'Running' &&
  isReady(vmi);

const updateMachines = (behaviour: Behaviour, pool: Pool, outdated: readonly VirtualMachine[]): void => {
  const { store, admitted, events } = behaviour;
  const revision = ensureRevision(store, pool);
  const failures: string[] = [];
  for (const vm of outdated) {
    const { namespace = '', name } = vm.metadata;
    try {
      admitted.update(MACHINES, updatedMachine(pool, vm, revision));
      events.record(pool, 'Normal', 'SuccessfulUpdate', `Updated VM ${namespace}/${name}`, COMPONENT);
    } catch (error) {
      if (!isApiError(error)) {
        throw error;
      }
      // The order of name and namespace is KubeVirt's.
      const text = `Error updating virtual machine ${name}/${namespace}: ${errorMessage(error)}`;
      events.record(pool, 'Warning', 'FailedUpdate', text, COMPONENT);
      failures.push(errorMessage(error));
    }
  }
  const [first] = failures;
  if (first !== undefined) {
    throw new PoolError('FailedUpdate', `error during VM update: ${first}`);
  }
};

const updateInstance = (
  { store, events }: Behaviour,
  pool: Pool,
  vm: VirtualMachine,
  vmi: VirtualMachineInstance,
  update: InstanceUpdate,
): void => {
  if (update === 'restart') {
    deleteIfPresent(store, INSTANCES, vmi);
  } else if (update === 'deleteMachine') {
    deleteIfPresent(store, MACHINES, vm);
  } else if (update === 'relabel') {
    changeIfPresent(store, INSTANCES, vmi, (draft) => {
      draft.metadata.labels = {
        ...draft.metadata.labels,
        [REVISION_LABEL]: vm.metadata.labels?.[REVISION_LABEL] ?? '',
      };
    });
  }
  const text = `Successfully updated resource ${vm.metadata.namespace ?? ''}/${vm.metadata.name}`;
  events.record(pool, 'Normal', 'SuccessfulDelete', text, COMPONENT);
};

/** Returns false if some instances have to wait until others are up again. */
const updateInstances = (behaviour: Behaviour, pool: Pool, vms: readonly VirtualMachine[]): boolean => {
  for (const vm of vms.filter((candidate) => !isReady(candidate))) {
    const vmi = instanceOf(behaviour, vm);
    if (vmi !== undefined && vmi.metadata.deletionTimestamp === undefined) {
      // KubeVirt records the event here even if there is nothing to update.
      updateInstance(behaviour, pool, vm, vmi, instanceUpdate(behaviour.store, vm, vmi));
    }
  }
  const down = vms.filter((vm) => !isAvailable(instanceOf(behaviour, vm))).length;
  let free = maxUnavailable(pool) - down;
  for (const vm of inOrder(vms, pool.spec.updateStrategy)) {
    const vmi = instanceOf(behaviour, vm);
    const update = vmi === undefined ? 'none' : instanceUpdate(behaviour.store, vm, vmi);
    if (vmi === undefined || update === 'none') {
      continue;
    }
    if (free <= 0) {
      return false;
    }
    updateInstance(behaviour, pool, vm, vmi, update);
    free -= 1;
  }
  return true;
};

/** `stable`: all VMs are as the template; `waiting`: instances have to wait until others are up again. */
export interface UpdateResult {
  stable: boolean;
  waiting: boolean;
}

/** Brings the template's changes to the VMs and, unless the strategy is opportunistic, their instances. Throws PoolError. */
export const updatePool = (
  behaviour: Behaviour,
  pool: Pool,
  vms: readonly VirtualMachine[],
): UpdateResult => {
  const strategy = pool.spec.updateStrategy;
  if (strategy?.unmanaged !== undefined) {
    return { stable: true, waiting: false };
  }
  const candidates = selected(vms, strategy);
  const outdated = candidates.filter((vm) => isOutdatedMachine(behaviour.store, pool, vm));
  if (outdated.length > 0) {
    updateMachines(behaviour, pool, outdated);
  }
  const upToDate = candidates.filter((vm) => !outdated.includes(vm));
  const waiting = strategy?.opportunistic === undefined && !updateInstances(behaviour, pool, upToDate);
  return { stable: outdated.length === 0, waiting };
};
