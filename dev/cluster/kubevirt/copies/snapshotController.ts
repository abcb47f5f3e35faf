import type { VirtualMachine, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import {
  asStored,
  changeIfPresent,
  deleteIfPresent,
  MACHINES,
  readInstance,
  readMachine,
  type Behaviour,
} from '../behaviour';
import { isPaused, now } from '../conditions';
import { addFinalizer, removeFinalizers } from '../controllers/finalizers';
import { startedSpec } from '../controllers/startRevision';
import { WorkQueue } from '../controllers/workQueue';
import { CONTENTS, copyConditions, SNAPSHOTS, type Snapshot, type SnapshotContent } from './copies';

const FINALIZER = 'snapshot.kubevirt.io/vmsnapshot-protection';
const COMPONENT = 'snapshot-controller';

const INDICATIONS = {
  Online: 'Snapshot taken while the VM was running. Consistency depends on guest-agent quiescing.',
  NoGuestAgent:
    'Guest agent was not available. Snapshot is crash-consistent and may not be application-consistent.',
  Paused:
    'Snapshot taken while the VM was paused. Snapshot is crash-consistent and may not be application-consistent.',
} as const;

/** How the state of the guest may have affected the snapshot. */
const indications = (vmi: VirtualMachineInstance | undefined): Record<string, unknown> => {
  if (vmi === undefined) {
    return {};
  }
  const names: (keyof typeof INDICATIONS)[] = isPaused(vmi)
    ? ['Online', 'Paused']
    : ['NoGuestAgent', 'Online'];
  return {
    indications: names,
    sourceIndications: names.map((indication) => ({ indication, message: INDICATIONS[indication] })),
  };
};

/** Stores what VMs consist of: a running VM as it was started, so that changes that wait for a restart are not in it. */
export class SnapshotController {
  private readonly queue: WorkQueue<Snapshot>;

  constructor(private readonly behaviour: Behaviour) {
    this.queue = new WorkQueue(behaviour, SNAPSHOTS, behaviour.timing.copyReconcile, (object) => {
      this.reconcile(object);
    });
  }

  start(): (() => void)[] {
    const { store } = this.behaviour;
    return [
      store.subscribe(SNAPSHOTS, ({ object }) => {
        this.queue.add(object);
      }),
      store.subscribe(MACHINES, ({ type, object: { metadata } }) => {
        const waiting = type === 'ADDED' ? store.list(SNAPSHOTS, metadata.namespace) : [];
        for (const snapshot of waiting) {
          this.queue.add(snapshot);
        }
      }),
    ];
  }

  private reconcile(snapshot: Snapshot): void {
    const { store } = this.behaviour;
    const { namespace = 'default', deletionTimestamp } = snapshot.metadata;
    const { source, deletionPolicy } = snapshot.spec;
    if (deletionTimestamp !== undefined) {
      if (deletionPolicy !== 'Retain') {
        deleteIfPresent(store, CONTENTS, { metadata: { namespace, name: contentName(snapshot) } });
      }
      changeIfPresent(store, SNAPSHOTS, snapshot, (draft) => {
        removeFinalizers(draft, FINALIZER);
      });
      return;
    }
    const vm = readMachine(store, namespace, source.name);
    if (snapshot.status?.phase === 'Succeeded') {
      return;
    }
    if (vm === undefined || snapshot.status?.sourceUID === undefined) {
      this.begin(snapshot, vm);
    } else {
      this.finish(snapshot, vm);
    }
  }

  private begin(snapshot: Snapshot, vm: VirtualMachine | undefined): void {
    changeIfPresent(this.behaviour.store, SNAPSHOTS, snapshot, (draft) => {
      addFinalizer(draft, FINALIZER);
      draft.status = {
        ...draft.status,
        phase: 'InProgress',
        readyToUse: false,
        ...(vm?.metadata.uid === undefined ? {} : { sourceUID: vm.metadata.uid }),
        conditions: copyConditions(draft.status?.conditions, {
          progressing:
            vm === undefined
              ? ['False', 'Source does not exist']
              : ['True', 'Source locked and operation in progress'],
          ready: ['False', 'Not ready'],
        }),
      };
    });
  }

  private finish(snapshot: Snapshot, vm: VirtualMachine): void {
    const { store, events } = this.behaviour;
    const { namespace = 'default', name } = snapshot.metadata;
    const vmi = readInstance(store, namespace, vm.metadata.name);
    const metadata = structuredClone(vm.metadata);
    delete metadata.managedFields;
    const started = vmi && startedSpec(store, vmi);
    const spec = structuredClone(started ?? vm.spec);
    const volumes = vm.spec.template?.spec.volumes ?? [];
    if (started !== undefined && spec.template !== undefined) {
      // Disks are taken as they are now.
      spec.template.spec.volumes = volumes;
      spec.template.spec.domain.devices.disks = vm.spec.template?.spec.domain.devices.disks;
    }
    const creationTime = now();
    const content: SnapshotContent = {
      apiVersion: snapshot.apiVersion,
      kind: 'VirtualMachineSnapshotContent',
      metadata: { name: contentName(snapshot), namespace },
      spec: {
        virtualMachineSnapshotName: name,
        source: { virtualMachine: { metadata, spec, status: {} } },
      },
      status: { creationTime, readyToUse: true },
    };
    store.create(CONTENTS, asStored(content));
    const text = `Successfully created VirtualMachineSnapshotContent ${content.metadata.name}`;
    events.record(snapshot, 'Normal', 'SuccessfulVirtualMachineSnapshotContentCreate', text, COMPONENT);
    changeIfPresent(store, SNAPSHOTS, snapshot, (draft) => {
      draft.status = {
        ...draft.status,
        phase: 'Succeeded',
        readyToUse: true,
        creationTime,
        virtualMachineSnapshotContentName: content.metadata.name,
        ...indications(vmi),
        ...(volumes.length === 0
          ? {}
          : { snapshotVolumes: { excludedVolumes: volumes.map((volume) => volume.name) } }),
        conditions: copyConditions(draft.status?.conditions, {
          progressing: ['False', 'Operation complete'],
          ready: ['True', 'Ready'],
        }),
      };
    });
  }
}

const contentName = ({ metadata }: Snapshot): string => `vmsnapshot-content-${metadata.uid ?? ''}`;
