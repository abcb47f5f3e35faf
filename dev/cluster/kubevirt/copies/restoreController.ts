import type { VirtualMachine } from '../../../../src/sidecars/objects/resources';
import { errorMessage } from '../apiError';
import {
  asStored,
  changeIfPresent,
  INSTANCES,
  MACHINES,
  readInstance,
  readMachine,
  type Behaviour,
} from '../behaviour';
import { conditionOf, now } from '../conditions';
import { addFinalizer, removeFinalizers } from '../controllers/finalizers';
import { stopMachine } from '../controllers/lifecycleRequests';
import { WorkQueue } from '../controllers/workQueue';
import { ownerReference } from '../ownerReference';
import {
  CONTENTS,
  copyConditions,
  RESTORES,
  SNAPSHOTS,
  type Restore,
  type Snapshot,
  type SnapshotContent,
} from './copies';
import { isRestored, newMachine, restoredMachine } from './restoredMachine';

const FINALIZER = 'snapshot.kubevirt.io/vmrestore-protection';
const COMPONENT = 'restore-controller';
const GRACE_PERIOD_MS = 5 * 60_000;

const STOP = 'Please stop the restore target to proceed with restore';
const WAITING = `Waiting for target VM to be powered off. ${STOP}`;
const TOO_LATE =
  'Restore target failed to be ready within 5m0s. Please power off the target VM before attempting restore';

type Said = Parameters<typeof copyConditions>[1];

/** Brings VMs back to what a snapshot has of them, or makes new ones of it. */
export class RestoreController {
  private readonly queue: WorkQueue<Restore>;

  constructor(private readonly behaviour: Behaviour) {
    this.queue = new WorkQueue(behaviour, RESTORES, behaviour.timing.copyReconcile, (object) => {
      this.reconcile(object);
    });
  }

  start(): (() => void)[] {
    const { store } = this.behaviour;
    const enqueueAll = (namespace: string | undefined): void => {
      for (const restore of store.list(RESTORES, namespace)) {
        this.queue.add(restore);
      }
    };
    return [
      store.subscribe(RESTORES, ({ object }) => {
        this.queue.add(object);
      }),
      ...[SNAPSHOTS, MACHINES, INSTANCES].map((plural) =>
        store.subscribe(plural, ({ object }) => {
          enqueueAll(object.metadata.namespace);
        }),
      ),
    ];
  }

  private reconcile(restore: Restore): void {
    const { store, timing } = this.behaviour;
    const { namespace = 'default', deletionTimestamp } = restore.metadata;
    if (deletionTimestamp !== undefined) {
      changeIfPresent(store, RESTORES, restore, (draft) => {
        removeFinalizers(draft, FINALIZER);
      });
      return;
    }
    if (restore.status === undefined) {
      const reason = 'Initializing VirtualMachineRestore';
      this.say(restore, { progressing: ['True', reason], ready: ['False', reason] }, { complete: false });
      return;
    }
    if (restore.status.complete === true || conditionOf(restore.status.conditions, 'Failure') !== undefined) {
      return;
    }
    const target = readMachine(store, namespace, restore.spec.target.name);
    changeIfPresent(store, RESTORES, restore, (draft) => {
      addFinalizer(draft, FINALIZER);
      if (target !== undefined && (draft.metadata.ownerReferences ?? []).length === 0) {
        draft.metadata.ownerReferences = [ownerReference(target)];
      }
    });
    if (target !== undefined && readInstance(store, namespace, target.metadata.name) !== undefined) {
      this.wait(restore, target);
      return;
    }
    try {
      this.restore(restore, target);
    } catch (error) {
      // KubeVirt tries again, whatever the error is.
      this.fail(restore, 'VirtualMachineRestoreError', 'encountered error', errorMessage(error));
      this.queue.add(restore, timing.syncRetry);
    }
  }

  private restore(restore: Restore, target: VirtualMachine | undefined): void {
    const { admitted, events } = this.behaviour;
    if (isRestored(restore, target)) {
      const text = `Successfully completed VirtualMachineRestore ${restore.metadata.name}`;
      events.record(restore, 'Normal', 'VirtualMachineRestoreComplete', text, COMPONENT);
      const reason = 'Operation complete';
      const status = { complete: true, restoreTime: now() };
      this.say(restore, { progressing: ['False', reason], ready: ['True', reason] }, status);
      return;
    }
    const { snapshot, stored } = this.read(restore);
    if (target === undefined) {
      admitted.create(MACHINES, asStored(newMachine(restore, stored)));
    } else if (target.metadata.uid !== snapshot.status?.sourceUID) {
      throw new Error('restore source and restore target are different but restore target already exists');
    } else {
      admitted.update(MACHINES, asStored(restoredMachine(restore, stored, target)));
    }
    this.say(restore, {
      progressing: ['True', 'Updating target spec'],
      ready: ['False', 'Waiting for target update'],
    });
  }

  private read({ metadata: { namespace = 'default' }, spec }: Restore): {
    snapshot: Snapshot;
    stored: SnapshotContent['spec']['source']['virtualMachine'];
  } {
    const { store } = this.behaviour;
    const key = `${namespace}/${spec.virtualMachineSnapshotName}`;
    const snapshot = store.get(SNAPSHOTS, namespace, spec.virtualMachineSnapshotName) as Snapshot | undefined;
    if (snapshot === undefined) {
      throw new Error(`VMSnapshot ${key} does not exist`);
    }
    if (snapshot.status?.readyToUse !== true) {
      throw new Error(`VMSnapshot ${key} not ready`);
    }
    const name = snapshot.status.virtualMachineSnapshotContentName ?? '';
    const content = store.get(CONTENTS, namespace, name) as SnapshotContent | undefined;
    if (content === undefined) {
      throw new Error(`VMSnapshotContent ${namespace}/${name} does not exist`);
    }
    return { snapshot, stored: content.spec.source.virtualMachine };
  }

  /** What happens while the target runs depends on the policy. */
  private wait(restore: Restore, target: VirtualMachine): void {
    const { store, events } = this.behaviour;
    const policy = restore.spec.targetReadinessPolicy ?? 'WaitGracePeriod';
    const left = Date.parse(restore.metadata.creationTimestamp ?? '') + GRACE_PERIOD_MS - Date.now();
    if (policy === 'FailImmediate' || (policy === 'WaitGracePeriod' && left < 0)) {
      const reason =
        policy === 'FailImmediate'
          ? 'Restore target VMI must be powered off before restore operation'
          : TOO_LATE;
      this.fail(restore, 'Operation failed', 'failed', reason);
      this.say(restore, { failure: ['True', reason] });
      return;
    }
    const stops = policy === 'StopTarget';
    const reason = stops
      ? 'Automatically stopping restore target for restore operation'
      : WAITING + (policy === 'WaitEventually' ? '' : ', or the operation will fail after 5m0s');
    const text = stops ? reason : `Restore target VMI still exists, ${STOP.replace('Please', 'please')}`;
    if (conditionOf(restore.status?.conditions, 'Ready')?.reason !== reason) {
      events.record(restore, 'Warning', 'RestoreTargetNotReady', text, COMPONENT);
      this.say(restore, { progressing: ['False', reason], ready: ['False', reason] });
      if (stops) {
        stopMachine(store, target);
      } else if (policy === 'WaitGracePeriod') {
        this.queue.add(restore, left + 1);
      }
    }
  }

  private fail(restore: Restore, event: string, verb: string, why: string): void {
    const text = `VirtualMachineRestore ${verb} ${why}`;
    this.behaviour.events.record(restore, 'Warning', event, text, COMPONENT);
    this.say(restore, { progressing: ['False', why], ready: ['False', why] });
  }

  private say(restore: Restore, said: Said, status: Restore['status'] = {}): void {
    changeIfPresent(this.behaviour.store, RESTORES, restore, (draft) => {
      const conditions = copyConditions(draft.status?.conditions, said);
      draft.status = { ...draft.status, ...status, conditions };
    });
  }
}
