import type { VirtualMachine } from '../../../../src/sidecars/objects/resources';
import { changeIfPresent, deleteIfPresent, MACHINES, type Behaviour } from '../behaviour';
import { errorMessage, isApiError } from '../apiError';
import { removeFinalizers } from '../controllers/finalizers';
import { wantedReplicas } from '../controllers/replicaSet';
import { POOL_FINALIZER, type Pool } from './pool';
import { newMachine } from './poolMachine';
import { ensureRevision } from './poolRevisions';
import { inOrder, selected } from './poolSelection';

export const COMPONENT = 'virtualmachinepool-controller';

/** Why a pool could not be brought to the wanted state; also the reason and message of its condition. */
export class PoolError extends Error {
  constructor(
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }
}

/** VMs of a pool are deleted only after the pool's controller has taken its finalizer off them. */
export const release = ({ store }: Behaviour, vm: VirtualMachine): void => {
  changeIfPresent(store, MACHINES, vm, (draft) => {
    removeFinalizers(draft, POOL_FINALIZER);
  });
};

/** The first names with an index that no VM of the namespace has. */
const newNames = ({ store }: Behaviour, { metadata }: Pool, count: number): string[] => {
  const names: string[] = [];
  for (let index = 0; names.length < count; index += 1) {
    const name = `${metadata.name}-${index}`;
    if (store.get(MACHINES, metadata.namespace, name) === undefined) {
      names.push(name);
    }
  }
  return names;
};

const scaleOut = (behaviour: Behaviour, pool: Pool, count: number): void => {
  const { store, admitted, events } = behaviour;
  const revision = ensureRevision(store, pool);
  const failures: string[] = [];
  for (const name of newNames(behaviour, pool, count)) {
    try {
      admitted.create(MACHINES, newMachine(pool, name, revision));
      const text = `Created VM ${pool.metadata.namespace ?? ''}/${name}`;
      events.record(pool, 'Normal', 'SuccessfulCreate', text, COMPONENT);
    } catch (error) {
      if (!isApiError(error)) {
        throw error;
      }
      failures.push(errorMessage(error));
    }
  }
  const [first] = failures;
  if (first !== undefined) {
    events.record(pool, 'Warning', 'FailedCreate', `Error creating VM: ${first}`, COMPONENT);
    throw new PoolError('FailedScaleOut', `error during scale out: ${first}`);
  }
};

/** Deletes this many VMs, those in deletion included, in the order that the pool asks for. */
export const scaleIn = (
  behaviour: Behaviour,
  pool: Pool,
  vms: readonly VirtualMachine[],
  count: number,
): void => {
  const strategy = pool.spec.scaleInStrategy;
  const present = vms.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
  const rest = Math.max(0, count - (vms.length - present.length));
  for (const vm of selected(inOrder(present, strategy), strategy).slice(0, rest)) {
    const { namespace = '', name, uid = '' } = vm.metadata;
    deleteIfPresent(behaviour.store, MACHINES, vm);
    release(behaviour, vm);
    const text = `Deleted VM ${namespace}/${name} with uid ${uid} from pool`;
    behaviour.events.record(pool, 'Normal', 'SuccessfulDelete', text, COMPONENT);
  }
};

/** Creates or deletes VMs. Returns whether there were as many as wanted. Throws PoolError. */
export const scalePool = (behaviour: Behaviour, pool: Pool, vms: readonly VirtualMachine[]): boolean => {
  const missing = wantedReplicas(pool) - vms.length;
  const { unmanaged, opportunistic } = pool.spec.scaleInStrategy ?? {};
  if (missing > 0) {
    scaleOut(behaviour, pool, missing);
  } else if (missing < 0 && unmanaged === undefined && opportunistic === undefined) {
    scaleIn(behaviour, pool, vms, -missing);
  } else if (missing === 0 && unmanaged === undefined) {
    for (const vm of vms.filter(({ metadata }) => metadata.deletionTimestamp !== undefined)) {
      release(behaviour, vm);
    }
  }
  return missing === 0;
};
