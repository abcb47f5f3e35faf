import type { Condition, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import { changeIfPresent, instances, type Behaviour } from '../behaviour';
import { now, withCondition, withoutCondition } from '../conditions';

type Status = NonNullable<VirtualMachineInstance['status']>;

/** Writes the status of one instance, as long as it is there. */
export class InstanceStatus {
  constructor(
    private readonly behaviour: Behaviour,
    private readonly instance: VirtualMachineInstance,
  ) {}

  change(change: (status: Status) => void): void {
    changeIfPresent(this.behaviour.store, instances, this.instance, (draft) => {
      draft.status ??= {};
      change(draft.status);
    });
  }

  phase(phase: string, more: (status: Status) => void = () => undefined): void {
    this.change((status) => {
      if (status.phase !== phase) {
        status.phase = phase;
        status.phaseTransitionTimestamps = [
          ...(status.phaseTransitionTimestamps ?? []),
          { phase, phaseTransitionTimestamp: now() },
        ];
      }
      more(status);
    });
  }

  condition(condition: Condition): void {
    this.change((status) => {
      status.conditions = withCondition(status.conditions, condition);
    });
  }

  notReady(reason: 'GuestNotRunning' | 'PodTerminating' | 'PodNotExists'): void {
    const message = {
      GuestNotRunning: 'Guest VM is not reported as running',
      PodTerminating: 'virt-launcher pod is terminating',
      PodNotExists: 'virt-launcher pod has not yet been scheduled',
    }[reason];
    this.condition({ type: 'Ready', status: 'False', reason, message });
  }

  /** The instance cannot be brought to what it should be; `reason` as KubeVirt's controllers name it. */
  syncFailed(reason: string, message: string): void {
    this.condition({ type: 'Synchronized', status: 'False', reason, message });
  }

  /** The pod is there. */
  scheduling(): void {
    this.phase('Scheduling', (status) => {
      status.conditions = withoutCondition(status.conditions, 'Synchronized');
    });
    this.notReady('GuestNotRunning');
  }

  scheduled(nodeName: string, podUid: string): void {
    this.phase('Scheduled', (status) => {
      status.nodeName = nodeName;
      status.activePods = { [podUid]: nodeName };
    });
  }

  /** `ipAddress` is that of its pod. */
  running(ipAddress: string): void {
    this.phase('Running', (status) => {
      status.interfaces = [{ name: 'default', ipAddress, ipAddresses: [ipAddress] }];
      let conditions = withoutCondition(status.conditions, 'Synchronized');
      for (const type of ['Ready', 'LiveMigratable', 'StorageLiveMigratable']) {
        conditions = withCondition(withoutCondition(conditions, type), { type, status: 'True' });
      }
      status.conditions = conditions;
    });
  }
}
