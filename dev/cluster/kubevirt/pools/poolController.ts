import type { VirtualMachine } from '../../../../src/sidecars/objects/resources';
import {
  changeIfPresent,
  INSTANCES,
  MACHINES,
  readInstance,
  readMachine,
  type Behaviour,
} from '../behaviour';
import { conditionOf, isReady, withCondition, withoutCondition } from '../conditions';
import { addFinalizer, removeFinalizers } from '../controllers/finalizers';
import { WorkQueue } from '../controllers/workQueue';
import { selects, selectorText } from '../labelSelector';
import { isOwnedBy, POOL_FINALIZER, POOLS, type Pool } from './pool';
import { pruneRevisions } from './poolRevisions';
import { COMPONENT, PoolError, release, scaleIn, scalePool } from './poolScale';
import { updatePool } from './poolUpdate';

const FAILURE = 'ReplicaFailure';
const PAUSED = 'ReplicaPaused';

/** Keeps as many VMs of each VirtualMachinePool as it asks for, and brings changes of its template to them. */
export class PoolController {
  private readonly queue: WorkQueue<Pool>;

  constructor(private readonly behaviour: Behaviour) {
    this.queue = new WorkQueue(behaviour, POOLS, behaviour.timing.poolReconcile, (object) => {
      this.reconcile(object);
    });
  }

  start(): (() => void)[] {
    const { store } = this.behaviour;
    return [
      store.subscribe(POOLS, ({ object }) => {
        this.queue.add(object);
      }),
      store.subscribe(MACHINES, ({ object }) => {
        this.enqueueOwner(object);
      }),
      store.subscribe(INSTANCES, ({ object: { metadata } }) => {
        const vm = readMachine(store, metadata.namespace ?? 'default', metadata.name);
        this.enqueueOwner(vm);
      }),
    ];
  }

  private enqueueOwner(vm: Pick<VirtualMachine, 'metadata'> | undefined): void {
    const owner = vm?.metadata.ownerReferences?.find(({ kind }) => kind === 'VirtualMachinePool');
    if (vm !== undefined && owner !== undefined) {
      this.queue.add({ metadata: { ...vm.metadata, name: owner.name } });
    }
  }

  private reconcile(pool: Pool): void {
    const { store, timing } = this.behaviour;
    if (pool.metadata.deletionTimestamp !== undefined) {
      this.releaseAll(pool);
      return;
    }
    changeIfPresent(store, POOLS, pool, (draft) => {
      addFinalizer(draft, POOL_FINALIZER);
    });
    const vms = this.claim(pool);
    let failure: PoolError | undefined;
    if (pool.spec.paused !== true) {
      try {
        if (this.sync(pool, vms)) {
          this.queue.add(pool, timing.syncRetry);
        }
      } catch (error) {
        if (!(error instanceof PoolError)) {
          throw error;
        }
        failure = error;
        this.queue.add(pool, timing.syncRetry);
      }
    }
    this.writeStatus(pool, vms, failure);
  }

  /** Returns whether an update has to wait. Throws PoolError. */
  private sync(pool: Pool, vms: readonly VirtualMachine[]): boolean {
    const { store } = this.behaviour;
    this.heal(pool, vms);
    if (!scalePool(this.behaviour, pool, vms)) {
      return false;
    }
    const { stable, waiting } = updatePool(this.behaviour, pool, vms);
    if (stable) {
      const instances = vms.flatMap(
        ({ metadata }) => readInstance(store, metadata.namespace ?? 'default', metadata.name) ?? [],
      );
      pruneRevisions(store, pool, [...vms, ...instances]);
    }
    return waiting;
  }

  /** Deletes VMs that failed to start too often. The next reconcile creates others in their place. */
  private heal(pool: Pool, vms: readonly VirtualMachine[]): void {
    const { autohealing } = pool.spec;
    const failing = vms.filter(
      ({ status }) =>
        Number(status?.startFailure?.consecutiveFailCount ?? 0) >=
        (autohealing?.startUpFailureThreshold ?? 3),
    );
    if (autohealing !== undefined && failing.length > 0) {
      scaleIn(this.behaviour, pool, failing, failing.length);
    }
  }

  /** The pool's VMs. Those that its selector no longer takes are released. */
  private claim(pool: Pool): VirtualMachine[] {
    const { store } = this.behaviour;
    const all = store.list(MACHINES, pool.metadata.namespace) as unknown as VirtualMachine[];
    const own = all.filter((vm) => isOwnedBy(pool, vm));
    const fits = (vm: VirtualMachine): boolean => selects(pool.spec.selector, vm.metadata.labels ?? {});
    for (const vm of own.filter((candidate) => !fits(candidate))) {
      changeIfPresent(store, MACHINES, vm, (draft) => {
        draft.metadata.ownerReferences = [];
        removeFinalizers(draft, POOL_FINALIZER);
      });
    }
    return own.filter(fits);
  }

  /** Takes the finalizers off, so that the pool and then its VMs are deleted. */
  private releaseAll(pool: Pool): void {
    const { store } = this.behaviour;
    const all = store.list(MACHINES, pool.metadata.namespace) as unknown as VirtualMachine[];
    // By label: a pool that is deleted without its VMs does not own them any more.
    for (const vm of all.filter(({ metadata }) => selects(pool.spec.selector, metadata.labels ?? {}))) {
      release(this.behaviour, vm);
    }
    changeIfPresent(store, POOLS, pool, (draft) => {
      removeFinalizers(draft, POOL_FINALIZER);
    });
  }

  private writeStatus(pool: Pool, vms: readonly VirtualMachine[], failure: PoolError | undefined): void {
    const { store, events } = this.behaviour;
    const paused = pool.spec.paused === true;
    const had = (type: string): boolean => conditionOf(pool.status?.conditions, type) !== undefined;
    if (failure !== undefined && !had(FAILURE)) {
      events.record(pool, 'Warning', failure.reason, failure.message, COMPONENT);
    }
    if (paused && !had(PAUSED)) {
      events.record(pool, 'Normal', 'SuccessfulPaused', 'Pool is paused', COMPONENT);
    }
    if (!paused && had(PAUSED)) {
      events.record(pool, 'Normal', 'SuccessfulResume', 'Pool is unpaused', COMPONENT);
    }
    const ready = vms.filter(isReady).length;
    changeIfPresent<Pool>(store, POOLS, pool, (draft) => {
      let conditions = draft.status?.conditions ?? [];
      const set = (type: string, reason: string, message: string): void => {
        // KubeVirt never changes a condition that is there.
        if (conditionOf(conditions, type) === undefined) {
          conditions = withCondition(conditions, { type, status: 'True', reason, message });
        }
      };
      if (failure === undefined) {
        conditions = withoutCondition(conditions, FAILURE);
      } else {
        set(FAILURE, failure.reason, failure.message);
      }
      if (paused) {
        set(PAUSED, 'SuccessfulPaused', 'Pool controller is paused');
      } else {
        conditions = withoutCondition(conditions, PAUSED);
      }
      draft.status = {
        labelSelector: selectorText(draft.spec.selector),
        ...(vms.length === 0 ? {} : { replicas: vms.length }),
        ...(ready === 0 ? {} : { readyReplicas: ready }),
        ...(conditions.length === 0 ? {} : { conditions }),
      };
    });
  }
}
