import type { Pod, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import { deleteIfPresent, readInstance, type Behaviour } from '../behaviour';
import { runningRelease } from '../hco/featureGates';
import { createPod } from '../launcher/createPod';
import { showMissingClaim } from '../launcher/missingClaim';
import { showMissingImages } from '../launcher/missingImages';
import { Launcher, SyncError } from '../launcher/launcher';
import { PodStatus } from '../launcher/podStatus';
import { startSidecars, unpullable } from '../launcher/startSidecars';
import { LauncherPanic } from '../sidecar/hookManager';
import type { HookSidecar } from '../sidecar/hookSidecarList';
import { startsPaused } from '../startStrategy';
import { BoundedSync } from './boundedSync';
import { InstanceStatus } from './instanceStatus';
import { nodeName, podAddress } from './node';
import { showNoPod } from './showNoPod';
import { shutdownTime } from './shutdownTime';

type Told = [type: 'Normal' | 'Warning', reason: string, message: string, component: string];
const [controller, handler] = ['virtualmachine-controller', 'virt-handler'];

/** Runs one virtual machine instance from its creation to its end. */
export class InstanceRun {
  launcher: Launcher | undefined;
  private podStatus: PodStatus | undefined;
  private readonly status: InstanceStatus;
  private ended = false;
  private ending = false;
  private readonly boundedSync: BoundedSync;

  constructor(
    private readonly behaviour: Behaviour,
    readonly instance: VirtualMachineInstance,
    /** Called once, when the pod has ended. */
    private readonly onEnd: (phase: 'Succeeded' | 'Failed') => void,
  ) {
    this.status = new InstanceStatus(behaviour, instance);
    this.boundedSync = new BoundedSync(behaviour);
  }

  begin(): void {
    this.status.pending();
    this.createPod();
  }

  /** Shuts the guest down, then ends the pod. */
  shutDown(): void {
    if (this.ending) {
      return;
    }
    this.ending = true;
    if (this.launcher?.domainRunning !== true) {
      this.end('Succeeded', {});
      return;
    }
    this.record('Normal', 'ShuttingDown', 'Signaled Graceful Shutdown', handler);
    this.status.notReady('GuestNotRunning');
    this.behaviour.timers.after(shutdownTime(this.current(), this.behaviour.timing), () => {
      this.record('Normal', 'Stopped', 'The VirtualMachineInstance was shut down.', handler);
      this.end('Succeeded', {});
    });
  }

  /** Called when the pod was deleted. */
  podGone(): void {
    this.end('Failed', {});
  }

  /** Ends everything at once, without writing to the store. */
  abandon(): void {
    this.ended = true;
    this.stopLauncher();
  }

  private stopLauncher(): void {
    this.behaviour.endings.add(this.launcher?.stop() ?? Promise.resolve());
  }

  private readonly createPod = (): void => {
    const vmi = this.current();
    if (this.ended || vmi === undefined) {
      return;
    }
    const { store, timers, timing, libvirt } = this.behaviour;
    let made: { pod: Pod; sidecars: HookSidecar[] };
    try {
      made = createPod(this.behaviour, vmi);
    } catch (error) {
      showNoPod(this.behaviour, this.instance, this.status, error);
      this.retry(this.createPod);
      return;
    }
    const { pod, sidecars } = made;
    this.record('Normal', 'SuccessfulCreate', `Created virtual machine pod ${pod.metadata.name}`, controller);
    this.launcher = new Launcher(pod, store, runningRelease(store), libvirt);
    this.podStatus = new PodStatus(store, pod);
    this.podStatus.created();
    this.status.scheduling(pod);
    timers.after(timing.podStart / 2, () => {
      this.schedulePod(sidecars);
    });
  };

  private schedulePod(sidecars: HookSidecar[]): void {
    const { timers, timing } = this.behaviour;
    if (this.ended || this.launcher === undefined || this.podStatus === undefined) {
      return;
    }
    const { pod } = this.launcher;
    const message = showMissingClaim(this.behaviour, pod, this.podStatus);
    if (message !== undefined) {
      this.status.condition({ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message });
      this.retry(() => {
        this.schedulePod(sidecars);
      });
      return;
    }
    this.podStatus.scheduled(nodeName);
    timers.after(timing.podStart / 2, () => {
      this.startContainers(sidecars);
    });
  }

  private startContainers(sidecars: HookSidecar[]): void {
    const { timers, timing } = this.behaviour;
    if (this.ended || this.launcher === undefined || this.podStatus === undefined) {
      return;
    }
    const { launcher, podStatus } = this;
    const { pod } = launcher;
    const missing = unpullable(pod.spec.containers);
    const states = startSidecars(launcher, missing.length > 0 ? [] : sidecars, this.behaviour);
    launcher.computeRunning = true;
    podStatus.started(podAddress(pod), states);
    if (missing.length > 0) {
      const complaint = showMissingImages(this.behaviour, pod, podStatus, missing);
      if (complaint !== undefined) {
        this.status.syncFailed('ImagePullBackOff', complaint);
      }
      return;
    }
    if (launcher.shims.length < sidecars.length) {
      if (launcher.shims.length === 0 && !launcher.release.givesUpWithoutSockets) {
        return;
      }
      timers.after(timing.hookSocketTimeout, () => {
        launcher.missSockets();
        this.end('Failed', { compute: 2 });
      });
      return;
    }
    launcher.collectHooks();
    this.status.scheduled(nodeName);
    timers.after(timing.domainStart, this.syncNow);
  }

  private readonly syncNow = (): void => {
    void this.sync();
  };

  private async sync(): Promise<void> {
    const vmi = this.current();
    const { launcher } = this;
    if (this.ended || this.ending || vmi === undefined || launcher === undefined) {
      return;
    }
    try {
      await this.boundedSync.run(launcher, vmi);
    } catch (error) {
      // The pod may have ended while the script ran.
      if (this.ended as boolean) {
        return;
      }
      if (error instanceof LauncherPanic) {
        this.record('Warning', 'Stopped', 'The VirtualMachineInstance crashed.', handler);
        this.end('Failed', { compute: 2 });
        return;
      }
      if (!(error instanceof SyncError)) {
        throw error;
      }
      const { message } = error;
      this.record('Warning', 'SyncFailed', message, handler);
      this.status.syncFailed('Synchronizing with the Domain failed.', message);
      this.retry(this.syncNow);
      return;
    }
    if (this.ended as boolean) {
      this.stopLauncher();
      return;
    }
    this.record('Normal', 'Created', 'VirtualMachineInstance defined.', handler);
    this.record('Normal', 'Started', 'VirtualMachineInstance started.', handler);
    this.status.running(podAddress(launcher.pod), launcher.machineType);
    if (startsPaused(vmi)) {
      this.showPaused(true);
    }
  }

  showPaused(isPaused: boolean): void {
    this.podStatus?.paused(isPaused);
    this.status.paused(isPaused);
  }

  private retry(action: () => void): void {
    this.behaviour.timers.after(this.behaviour.timing.syncRetry, action);
  }

  private end(phase: 'Succeeded' | 'Failed', exitCodes: Record<string, number>): void {
    if (this.ended) {
      return;
    }
    this.ended = true;
    this.ending = true;
    this.stopLauncher();
    this.podStatus?.ended(phase, exitCodes, this.launcher?.logs);
    this.status.notReady('PodTerminating');
    this.status.phase(phase);
    this.onEnd(phase);
  }

  /** Continues the instance in another pod, to which its domain was migrated. Returns the pod that it left. */
  moveTo(launcher: Launcher, podStatus: PodStatus): { launcher: Launcher; podStatus: PodStatus } | undefined {
    if (this.ended || this.ending || this.launcher === undefined || this.podStatus === undefined) {
      return undefined;
    }
    const left = { launcher: this.launcher, podStatus: this.podStatus };
    launcher.takeDomain(left.launcher);
    this.launcher = launcher;
    this.podStatus = podStatus;
    return left;
  }

  /** Removes the rest of the pod. */
  removePod(): void {
    if (this.launcher !== undefined) {
      deleteIfPresent(this.behaviour.store, 'pods', this.launcher.pod);
    }
  }

  private current(): VirtualMachineInstance | undefined {
    const { namespace = 'default', name, uid } = this.instance.metadata;
    const found = readInstance(this.behaviour.store, namespace, name);
    return found?.metadata.uid === uid ? found : undefined;
  }

  private record(...event: Told): void {
    this.behaviour.events.record(this.instance, ...event);
  }
}
