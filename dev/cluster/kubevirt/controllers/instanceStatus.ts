import type { Condition, Pod, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import { changeIfPresent, INSTANCES, type Behaviour } from '../behaviour';
import { conditionOf, now, withCondition, withoutCondition } from '../conditions';
import { GATED } from '../launcher/podConditions';
import { at, record, records, string } from '../untyped';
import { GENERATION_ANNOTATION } from './expectedInstance';
import { nodeName } from './node';

type Status = NonNullable<VirtualMachineInstance['status']>;

const networkNames = ({ spec }: VirtualMachineInstance): string[] =>
  records(spec.domain.devices.interfaces).map(({ name }) => string(name) ?? 'default');

/** Writes the status of one instance, as long as it is there. */
export class InstanceStatus {
  constructor(
    private readonly behaviour: Behaviour,
    private readonly instance: VirtualMachineInstance,
  ) {}

  change(change: (status: Status) => void): void {
    changeIfPresent(this.behaviour.store, INSTANCES, this.instance, (draft) => {
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
    this.condition({ type: 'Ready', status: 'False', reason, message, lastProbeTime: now() });
  }

  /**
   * The instance cannot be brought to what it should be; `reason` as KubeVirt's controllers name it. They leave the first
   * message as long as the reason is the same.
   */
  syncFailed(reason: string, message: string): void {
    this.change((status) => {
      if (conditionOf(status.conditions, 'Synchronized')?.reason !== reason) {
        const condition = { type: 'Synchronized', status: 'False', reason, message };
        status.conditions = withCondition(status.conditions, condition);
      }
    });
  }

  /** What is known before there is a pod. */
  pending(): void {
    const { spec, metadata } = this.instance;
    const { cores, sockets, threads } = record(spec.domain.cpu);
    const guest = at(spec.domain, 'memory', 'guest');
    this.phase('Pending', (status) => {
      status.currentCPUTopology = JSON.parse(JSON.stringify({ cores, sockets, threads })) as unknown;
      status.guestOSInfo = {};
      if (guest !== undefined) {
        status.memory = { guestAtBoot: guest, guestCurrent: guest, guestRequested: guest };
      }
      status.runtimeUser = 107;
      const owner = metadata.ownerReferences?.find(({ kind }) => kind === 'VirtualMachine');
      if (owner !== undefined) {
        const generation = metadata.annotations?.[GENERATION_ANNOTATION] ?? '1';
        status.virtualMachineRevisionName = `revision-start-vm-${owner.uid}-${generation}`;
      }
    });
    this.notReady('PodNotExists');
  }

  /** The pod is there. */
  scheduling(pod: Pod): void {
    this.phase('Scheduling', (status) => {
      status.activePods = { [pod.metadata.uid ?? '']: nodeName };
      status.launcherContainerImageVersion = pod.spec.containers[0]?.image;
      status.qosClass = 'Burstable';
      status.conditions = withoutCondition(status.conditions, 'Synchronized');
    });
    this.notReady('GuestNotRunning');
  }

  scheduled(nodeName: string): void {
    changeIfPresent(this.behaviour.store, INSTANCES, this.instance, (draft) => {
      draft.metadata.labels = { ...draft.metadata.labels, 'kubevirt.io/nodeName': nodeName };
    });
    this.phase('Scheduled', (status) => {
      status.nodeName = nodeName;
      status.interfaces = networkNames(this.instance).map((name, index) => ({
        name,
        podInterfaceName: index === 0 ? 'eth0' : `net${index}`,
      }));
      status.migrationTransport = 'Unix';
      status.selinuxContext = 'none';
      this.becomeMigratable(status);
    });
  }

  /** `ipAddress` is that of its pod. */
  running(ipAddress: string, machineType: string | undefined): void {
    this.phase('Running', (status) => {
      status.interfaces = networkNames(this.instance).map((name, index) => ({
        infoSource: 'domain',
        ...(index === 0 ? { ipAddress, ipAddresses: [ipAddress] } : {}),
        linkState: 'up',
        name,
        podInterfaceName: index === 0 ? 'eth0' : `net${index}`,
        queueCount: 1,
      }));
      if (machineType !== undefined) {
        status.machine = { type: machineType };
      }
      const conditions = withoutCondition(status.conditions, 'Synchronized');
      status.conditions = [
        { type: 'Ready', status: 'True', lastProbeTime: null, lastTransitionTime: now() },
        ...withoutCondition(conditions, 'Ready'),
      ];
      this.becomeMigratable(status);
    });
  }

  /** Whether the guest's processors are stopped, as virt-handler found; its pod is not ready then. */
  paused(isPaused: boolean): void {
    this.change((status) => {
      const ready = conditionOf(status.conditions, 'Ready');
      const others = withoutCondition(withoutCondition(status.conditions, 'Paused'), 'Ready');
      const time = now();
      status.conditions = isPaused
        ? [
            { type: 'Ready', status: 'False', ...GATED, lastProbeTime: null, lastTransitionTime: time },
            ...others,
            {
              type: 'Paused',
              status: 'True',
              reason: 'PausedByUser',
              message: 'VMI was paused by user',
              lastProbeTime: time,
              lastTransitionTime: time,
            },
          ]
        : [
            ready?.status === 'True'
              ? ready
              : { type: 'Ready', status: 'True', lastProbeTime: null, lastTransitionTime: time },
            ...others,
          ];
    });
  }

  private becomeMigratable(status: Status): void {
    status.migrationMethod = 'LiveMigration';
    status.conditions = [
      ...withoutCondition(withoutCondition(status.conditions, 'LiveMigratable'), 'StorageLiveMigratable'),
      ...['LiveMigratable', 'StorageLiveMigratable'].map((type) => ({
        type,
        status: 'True',
        lastProbeTime: null,
        lastTransitionTime: null,
      })),
    ];
  }
}
