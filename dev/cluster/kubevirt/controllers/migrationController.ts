import type { Pod, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import type { StoredObject } from '../../contract';
import { errorMessage } from '../apiError';
import { asStored, changeIfPresent, INSTANCES, readInstance, type Behaviour } from '../behaviour';
import { now } from '../conditions';
import { runningRelease } from '../hco/featureGates';
import { createPod } from '../launcher/createPod';
import { Launcher } from '../launcher/launcher';
import { PodStatus } from '../launcher/podStatus';
import { startSidecars } from '../launcher/startSidecars';
import type { HookSidecar } from '../sidecar/hookSidecarList';
import { record, records, string } from '../untyped';
import type { InstanceController } from './instanceController';
import { NODE_NAMES, podAddress } from './node';

const MIGRATIONS = 'virtualmachineinstancemigrations';

/** Where a migration is to go. */
interface Target {
  migration: StoredObject;
  vmi: VirtualMachineInstance;
  launcher: Launcher;
  podStatus: PodStatus;
  nodeName: string;
}

/** Migrates running instances to a second pod, where their scripts run again; their output is not used there. */
export class MigrationController {
  private readonly targets = new Set<Launcher>();

  constructor(
    private readonly behaviour: Behaviour,
    private readonly controller: InstanceController,
  ) {}

  start(): (() => void)[] {
    const { store, timers } = this.behaviour;
    return [
      store.subscribe(MIGRATIONS, ({ type, object }) => {
        if (type === 'ADDED') {
          timers.after(0, () => {
            this.begin(object);
          });
        }
      }),
    ];
  }

  /** Ends the target pods of migrations in progress. */
  stop(): void {
    for (const launcher of this.targets) {
      this.behaviour.endings.add(launcher.stop());
    }
  }

  private begin(migration: StoredObject): void {
    const { store, timers, timing, libvirt } = this.behaviour;
    const { namespace = 'default', name } = migration.metadata;
    const vmi = readInstance(store, namespace, string(record(migration.spec).vmiName) ?? '');
    if (store.get(MIGRATIONS, namespace, name) === undefined) {
      return;
    }
    if (vmi?.status?.phase !== 'Running') {
      this.phase(migration, 'Failed');
      return;
    }
    // A source pod whose sidecars do not support Shutdown stays, and blocks every later migration.
    if (this.launcherPods(vmi).length > 1) {
      this.wait(migration);
      return;
    }
    let made: { pod: Pod; sidecars: HookSidecar[] };
    try {
      made = createPod(this.behaviour, vmi, { 'kubevirt.io/migrationJobUID': migration.metadata.uid ?? '' });
    } catch (error) {
      const text = `Error creating pod: ${errorMessage(error)}`;
      this.behaviour.events.record(
        asStored(vmi),
        'Warning',
        'FailedCreate',
        text,
        'virtualmachine-controller',
      );
      this.wait(migration);
      return;
    }
    this.phase(migration, 'Scheduling');
    const { pod, sidecars } = made;
    const nodeName = NODE_NAMES.find((candidate) => candidate !== vmi.status?.nodeName) ?? NODE_NAMES[0];
    const launcher = new Launcher(pod, store, runningRelease(store), libvirt);
    const target = { migration, vmi, launcher, podStatus: new PodStatus(store, pod), nodeName };
    this.targets.add(launcher);
    target.podStatus.created();
    target.podStatus.scheduled(nodeName);
    this.migrationState(vmi, {
      migrationUid: migration.metadata.uid,
      sourceNode: vmi.status.nodeName,
      sourcePod: this.controller.runOf(vmi.metadata.uid ?? '')?.launcher?.pod.metadata.name,
      startTimestamp: now(),
      targetNode: nodeName,
      targetPod: pod.metadata.name,
    });
    timers.after(timing.podStart, () => {
      void this.prepare(target, sidecars);
    });
  }

  private wait(migration: StoredObject): void {
    this.phase(migration, 'Pending');
    this.behaviour.timers.after(this.behaviour.timing.syncRetry, () => {
      this.begin(migration);
    });
  }

  private async prepare(target: Target, sidecars: HookSidecar[]): Promise<void> {
    const { timers, timing } = this.behaviour;
    const { launcher, podStatus, migration, vmi } = target;
    const states = startSidecars(launcher, sidecars, this.behaviour);
    launcher.computeRunning = true;
    podStatus.started(podAddress(launcher.pod), states);
    this.phase(migration, 'TargetReady');
    try {
      launcher.collectHooks();
      await launcher.sync(vmi, 'prepareTarget');
    } catch (error) {
      this.fail(target, `executing custom preStart hooks failed: ${errorMessage(error)}`);
      return;
    }
    this.phase(migration, 'Running');
    timers.after(timing.migration, () => {
      this.finish(target);
    });
  }

  private finish(target: Target): void {
    const { launcher, podStatus, migration, vmi, nodeName } = target;
    const left = this.controller.runOf(vmi.metadata.uid ?? '')?.moveTo(launcher, podStatus);
    if (left === undefined) {
      this.fail(target, 'the instance went away');
      return;
    }
    this.targets.delete(launcher);
    const outdated = left.launcher.shims.filter(({ version }) => version !== 'v1alpha3');
    this.behaviour.endings.add(left.launcher.stop());
    if (outdated.length === 0) {
      left.podStatus.ended('Succeeded', {});
    } else {
      const terminated = { exitCode: 0, reason: 'Completed', finishedAt: now() };
      left.podStatus.containers({ compute: { terminated }, 'guest-console-log': { terminated } });
    }
    const ipAddress = podAddress(launcher.pod);
    changeIfPresent(this.behaviour.store, INSTANCES, vmi, (draft) => {
      draft.metadata.labels = { ...draft.metadata.labels, 'kubevirt.io/nodeName': nodeName };
      const [first, ...more] = records(draft.status?.interfaces);
      draft.status = {
        ...draft.status,
        nodeName,
        interfaces: [{ ...first, ipAddress, ipAddresses: [ipAddress] }, ...more],
      };
    });
    this.migrationState(vmi, { completed: true, endTimestamp: now() });
    this.phase(migration, 'Succeeded');
  }

  private fail({ launcher, podStatus, migration, vmi }: Target, reason: string): void {
    this.targets.delete(launcher);
    this.behaviour.endings.add(launcher.stop());
    podStatus.ended('Failed', { compute: 1 }, launcher.logs);
    this.behaviour.events.record(vmi, 'Warning', 'Migrated', reason, 'virt-handler');
    this.migrationState(vmi, { completed: true, failed: true, endTimestamp: now(), failureReason: reason });
    this.phase(migration, 'Failed');
  }

  private launcherPods(vmi: VirtualMachineInstance): Pod[] {
    const pods = this.behaviour.store.list('pods', vmi.metadata.namespace) as unknown as Pod[];
    return pods.filter(
      ({ metadata, status }) =>
        metadata.labels?.['kubevirt.io/created-by'] === vmi.metadata.uid && status?.phase === 'Running',
    );
  }

  private phase(migration: StoredObject, phase: string): void {
    changeIfPresent(this.behaviour.store, MIGRATIONS, migration, (draft) => {
      draft.status = { ...record(draft.status), phase };
    });
  }

  private migrationState(vmi: VirtualMachineInstance, change: Record<string, unknown>): void {
    changeIfPresent(this.behaviour.store, INSTANCES, vmi, (draft) => {
      const kept = change.startTimestamp === undefined ? draft.status?.migrationState : {};
      draft.status = { ...draft.status, migrationState: { ...kept, ...change } };
    });
  }
}
