import type { Pod, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import type { StoreEvent } from '../../contract';
import { changeIfPresent, deleteIfPresent, INSTANCES, type Behaviour } from '../behaviour';
import type { Launcher } from '../launcher/launcher';
import { addFinalizer, hasFinalizer, removeFinalizers, VM_FINALIZER, VMI_FINALIZER } from './finalizers';
import { observeVersion } from './observedVersion';
import { InstanceRun } from './instanceRun';

/** Runs every virtual machine instance there is and takes it down when it is deleted. */
export class InstanceController {
  private readonly runs = new Map<string, InstanceRun>();

  constructor(private readonly behaviour: Behaviour) {}

  start(): (() => void)[] {
    const { store } = this.behaviour;
    return [
      store.subscribe(INSTANCES, (event) => {
        this.defer(() => {
          this.seen(event);
        });
      }),
      store.subscribe('pods', (event) => {
        if (event.type === 'DELETED') {
          this.defer(() => {
            this.podDeleted(event.object as unknown as Pod);
          });
        }
      }),
    ];
  }

  /** The virt-launcher behind a pod, as long as its instance is there. */
  launcherOf(namespace: string, pod: string): Launcher | undefined {
    for (const { launcher } of this.runs.values()) {
      if (launcher?.pod.metadata.namespace === namespace && launcher.pod.metadata.name === pod) {
        return launcher;
      }
    }
    return undefined;
  }

  runOf(uid: string): InstanceRun | undefined {
    return this.runs.get(uid);
  }

  stop(): void {
    for (const run of this.runs.values()) {
      run.abandon();
    }
    this.runs.clear();
  }

  private seen({ type, object }: StoreEvent): void {
    const instance = object as unknown as VirtualMachineInstance;
    const uid = instance.metadata.uid ?? '';
    const run = this.runs.get(uid);
    if (type === 'DELETED') {
      run?.abandon();
      run?.removePod();
      this.runs.delete(uid);
      return;
    }
    if (run === undefined && type === 'ADDED' && instance.status?.phase === undefined) {
      changeIfPresent(this.behaviour.store, INSTANCES, instance, (draft) => {
        addFinalizer(draft, VMI_FINALIZER);
        observeVersion(draft);
      });
      const made = new InstanceRun(this.behaviour, instance, () => {
        this.ended(instance);
      });
      this.runs.set(uid, made);
      made.begin();
      return;
    }
    if (instance.metadata.deletionTimestamp !== undefined && hasFinalizer(instance, VMI_FINALIZER)) {
      if (run === undefined || isFinal(instance)) {
        this.release(instance);
      } else {
        run.shutDown();
      }
    }
  }

  private ended(instance: VirtualMachineInstance): void {
    const { namespace, name } = instance.metadata;
    const current = this.behaviour.store.get(INSTANCES, namespace, name);
    if (
      current?.metadata.uid === instance.metadata.uid &&
      current?.metadata.deletionTimestamp !== undefined
    ) {
      this.release(instance);
    }
  }

  private release(instance: VirtualMachineInstance): void {
    this.behaviour.events.record(instance, 'Normal', 'Deleted', 'Signaled Deletion', 'virt-handler');
    changeIfPresent(this.behaviour.store, INSTANCES, instance, (draft) => {
      removeFinalizers(draft, VMI_FINALIZER, VM_FINALIZER);
    });
    deleteIfPresent(this.behaviour.store, INSTANCES, instance);
  }

  private podDeleted(pod: Pod): void {
    for (const run of this.runs.values()) {
      if (run.launcher?.pod.metadata.uid === pod.metadata.uid) {
        run.podGone();
      }
    }
  }

  /** Controllers never write from inside another write's notification. */
  private defer(action: () => void): void {
    this.behaviour.timers.after(0, action);
  }
}

export const isFinal = (instance: VirtualMachineInstance): boolean =>
  instance.status?.phase === 'Succeeded' || instance.status?.phase === 'Failed';
