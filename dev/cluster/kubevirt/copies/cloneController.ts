import {
  asStored,
  changeIfPresent,
  deleteIfPresent,
  MACHINES,
  readMachine,
  type Behaviour,
} from '../behaviour';
import { conditionOf } from '../conditions';
import { WorkQueue } from '../controllers/workQueue';
import { ownerReference } from '../ownerReference';
import {
  CLONES,
  CONTENTS,
  copyConditions,
  RESTORES,
  SNAPSHOTS,
  type Clone,
  type Restore,
  type Snapshot,
  type SnapshotContent,
} from './copies';
import { clonePatches } from './clonePatches';

const COMPONENT = 'clone-controller';
const SNAPSHOT_GROUP = 'snapshot.kubevirt.io';

/** Clones VMs by a snapshot and a restore of it, which are removed when the clone is there. */
export class CloneController {
  private readonly queue: WorkQueue<Clone>;

  constructor(private readonly behaviour: Behaviour) {
    this.queue = new WorkQueue(behaviour, CLONES, behaviour.timing.copyReconcile, (object) => {
      this.reconcile(object);
    });
  }

  start(): (() => void)[] {
    const { store } = this.behaviour;
    return [
      store.subscribe(CLONES, ({ object }) => {
        this.queue.add(object);
      }),
      ...[SNAPSHOTS, RESTORES, MACHINES].map((plural) =>
        store.subscribe(plural, ({ object: { metadata } }) => {
          for (const clone of store.list(CLONES, metadata.namespace)) {
            this.queue.add(clone);
          }
        }),
      ),
    ];
  }

  private reconcile(clone: Clone): void {
    const { store } = this.behaviour;
    const { namespace = 'default', deletionTimestamp } = clone.metadata;
    if (deletionTimestamp !== undefined) {
      return;
    }
    switch (clone.status?.phase) {
      case undefined:
      case 'SnapshotInProgress':
        this.followSnapshot(clone);
        return;
      case 'RestoreInProgress':
        this.followRestore(clone);
        return;
      case 'CreatingTargetVM':
        if (readMachine(store, namespace, clone.spec.target?.name ?? '') !== undefined) {
          this.finish(clone);
        }
        return;
      case 'Succeeded':
        if (readMachine(store, namespace, clone.status.targetName ?? '') === undefined) {
          deleteIfPresent(store, CLONES, clone);
        }
        return;
    }
  }

  private followSnapshot(clone: Clone): void {
    const { store } = this.behaviour;
    const { namespace = 'default', uid = '' } = clone.metadata;
    const { kind, name } = clone.spec.source;
    if (store.get(kind === 'VirtualMachine' ? MACHINES : SNAPSHOTS, namespace, name) === undefined) {
      this.waitForSource(clone, `Source doesnt exist: ${kind} ${namespace}/${name}`);
      return;
    }
    const snapshotName = kind === 'VirtualMachine' ? `tmp-snapshot-${uid}` : name;
    const snapshot = store.get(SNAPSHOTS, namespace, snapshotName) as Snapshot | undefined;
    if (snapshot === undefined) {
      store.create(SNAPSHOTS, {
        apiVersion: this.snapshotVersion(),
        kind: 'VirtualMachineSnapshot',
        metadata: { name: snapshotName, namespace, ownerReferences: [ownerReference(clone)] },
        spec: { source: { apiGroup: 'kubevirt.io', kind: 'VirtualMachine', name } },
      });
      this.record(clone, 'SnapshotCreated', `created snapshot ${snapshotName}`);
      this.say(clone, { phase: 'SnapshotInProgress', snapshotName });
    } else if (snapshot.status?.readyToUse === true) {
      this.record(clone, 'SnapshotReady', `snapshot ${snapshotName}`, ' is ready to use');
      this.say(clone, { phase: 'RestoreInProgress', snapshotName });
    }
  }

  private followRestore(clone: Clone): void {
    const { store } = this.behaviour;
    const { namespace = 'default', uid = '' } = clone.metadata;
    const restoreName = `tmp-restore-${uid}`;
    const restore = store.get(RESTORES, namespace, restoreName) as Restore | undefined;
    if (restore === undefined) {
      this.createRestore(clone, restoreName);
    } else if (
      restore.status?.complete === true ||
      conditionOf(restore.status?.conditions, 'Failure') !== undefined
    ) {
      this.record(clone, 'RestoreReady', `restore ${restoreName}`, ' is ready to use');
      this.say(clone, { phase: 'CreatingTargetVM', targetName: restore.spec.target.name });
    }
  }

  private createRestore(clone: Clone, restoreName: string): void {
    const { store } = this.behaviour;
    const { namespace = 'default' } = clone.metadata;
    const { snapshotName = '' } = clone.status ?? {};
    const snapshot = store.get(SNAPSHOTS, namespace, snapshotName) as Snapshot | undefined;
    const contentName = snapshot?.status?.virtualMachineSnapshotContentName ?? '';
    const content = store.get(CONTENTS, namespace, contentName) as SnapshotContent | undefined;
    if (content === undefined) {
      return;
    }
    store.create(
      RESTORES,
      asStored({
        apiVersion: this.snapshotVersion(),
        kind: 'VirtualMachineRestore',
        metadata: { name: restoreName, namespace, ownerReferences: [ownerReference(clone)] },
        spec: {
          target: clone.spec.target,
          virtualMachineSnapshotName: snapshotName,
          patches: clonePatches(clone, content.spec.source.virtualMachine),
        },
      }),
    );
    this.record(clone, 'RestoreCreated', `created restore ${restoreName}`);
    this.say(clone, { restoreName });
  }

  private finish(clone: Clone): void {
    const { store } = this.behaviour;
    const { namespace = 'default' } = clone.metadata;
    const { restoreName, snapshotName } = clone.status ?? {};
    this.record(clone, 'TargetVMCreated', `created target VM ${clone.spec.target?.name ?? ''}`);
    this.record(clone, 'PVCBound', 'all PVC', ' are bound');
    const remove = (plural: string, name: string | undefined): void => {
      if (name !== undefined) {
        deleteIfPresent(store, plural, { metadata: { namespace, name } });
      }
    };
    remove(RESTORES, restoreName);
    if (clone.spec.source.kind === 'VirtualMachine') {
      remove(SNAPSHOTS, snapshotName);
    }
    changeIfPresent(store, CLONES, clone, (draft) => {
      draft.status = {
        phase: 'Succeeded',
        ...(draft.status?.targetName === undefined ? {} : { targetName: draft.status.targetName }),
        conditions: copyConditions(draft.status?.conditions, {
          progressing: ['False', 'Ready'],
          ready: ['True', 'Ready'],
        }),
      };
    });
  }

  private waitForSource(clone: Clone, why: string): void {
    if (conditionOf(clone.status?.conditions, 'Ready')?.reason !== why) {
      this.behaviour.events.record(clone, 'Normal', 'SourceDoesNotExist', why, COMPONENT);
      changeIfPresent(this.behaviour.store, CLONES, clone, (draft) => {
        const conditions = copyConditions(draft.status?.conditions, {
          progressing: ['False', 'Pending'],
          ready: ['False', why],
        });
        draft.status = { ...draft.status, conditions };
      });
    }
  }

  private snapshotVersion(): string {
    const type = this.behaviour.store.types().find(({ plural }) => plural === SNAPSHOTS);
    return `${SNAPSHOT_GROUP}/${type?.version ?? ''}`;
  }

  private record(clone: Clone, reason: string, what: string, then = ''): void {
    const text = `${what} for clone ${clone.metadata.name}${then}`;
    this.behaviour.events.record(clone, 'Normal', reason, text, COMPONENT);
  }

  private say(clone: Clone, status: NonNullable<Clone['status']>): void {
    const reason = 'Still processing';
    changeIfPresent(this.behaviour.store, CLONES, clone, (draft) => {
      const said = copyConditions(draft.status?.conditions, {
        progressing: ['True', reason],
        ready: ['False', reason],
      });
      draft.status = { ...draft.status, ...status, conditions: said };
    });
  }
}
