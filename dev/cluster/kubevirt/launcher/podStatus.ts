import { createHash } from 'node:crypto';
import type { ContainerState, ContainerStatus, Pod } from '../../../../src/sidecars/objects/resources';
import type { Store } from '../../contract';
import { changeIfPresent } from '../behaviour';
import { now, withCondition } from '../conditions';
import { nodeAddress } from '../controllers/node';
import { at, record } from '../untyped';
import type { LogBuffer } from './logBuffer';

const whyNotReady = ({ status }: Pod): { reason: string; message?: string } => {
  if (status?.phase === 'Succeeded' || status?.phase === 'Failed') {
    return { reason: status.phase === 'Succeeded' ? 'PodCompleted' : 'PodFailed' };
  }
  const unready = status?.containerStatuses?.filter(({ ready }) => !ready).map(({ name }) => name) ?? [];
  return {
    reason: 'ContainersNotReady',
    message: `containers with unready status: [${unready.join(' ')}]`,
  };
};

/** Whether a pod is that of an instance, made by virt-controller. */
export const isLauncher = ({ metadata }: Pod): boolean =>
  metadata.ownerReferences?.some(
    ({ kind, controller }) => kind === 'VirtualMachineInstance' && controller === true,
  ) === true;

/** What the node gives a pod when memory is short. */
const qosClass = ({ spec }: Pod): string => {
  const resources = [...spec.containers, ...(spec.initContainers ?? [])].map((container) => ({
    requests: record(at(container, 'resources', 'requests')),
    limits: record(at(container, 'resources', 'limits')),
  }));
  if (resources.every(({ requests, limits }) => Object.keys({ ...requests, ...limits }).length === 0)) {
    return 'BestEffort';
  }
  const isGuaranteed = resources.every(({ requests, limits }) =>
    ['cpu', 'memory'].every((name) => limits[name] !== undefined && limits[name] === requests[name]),
  );
  return isGuaranteed ? 'Guaranteed' : 'Burstable';
};

/** As containerd names containers and images. */
const digest = (...parts: string[]): string => createHash('sha256').update(parts.join(' ')).digest('hex');

/** Writes a pod's status as the kubelet and, for virt-launcher pods, virt-controller do. */
export class PodStatus {
  constructor(
    private readonly store: Store,
    private readonly pod: Pod,
  ) {}

  change(change: (pod: Pod) => void): void {
    changeIfPresent(this.store, 'pods', this.pod, (draft) => {
      draft.status ??= {};
      change(draft);
      const statuses = draft.status.containerStatuses ?? [];
      const ready =
        draft.status.phase === 'Running' && statuses.length > 0 && statuses.every((status) => status.ready);
      for (const type of ['ContainersReady', 'Ready']) {
        draft.status.conditions = withCondition(draft.status.conditions, {
          type,
          status: ready ? 'True' : 'False',
          ...(ready ? {} : whyNotReady(draft)),
        });
      }
    });
  }

  created(): void {
    this.change((pod) => {
      pod.status = { phase: 'Pending', conditions: [] };
    });
  }

  unschedulable(message: string): void {
    this.change((pod) => {
      if (pod.status !== undefined) {
        pod.status.conditions = withCondition(pod.status.conditions, {
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message,
        });
      }
    });
  }

  /** All containers wait; `nodeName` is the node the pod was bound to. */
  scheduled(nodeName: string): void {
    this.change((pod) => {
      pod.spec.nodeName = nodeName;
      if (isLauncher(pod)) {
        pod.metadata.labels = { ...pod.metadata.labels, 'kubevirt.io/nodeName': nodeName };
      }
      const status = pod.status ?? {};
      const hostIP = nodeAddress(nodeName);
      Object.assign(status, { startTime: now(), hostIP, hostIPs: [{ ip: hostIP }], qosClass: qosClass(pod) });
      status.conditions = withCondition(status.conditions, { type: 'PodScheduled', status: 'True' });
      const waiting = ({ name, image = '' }: { name: string; image?: string }): ContainerStatus => ({
        name,
        image,
        imageID: '',
        ready: false,
        restartCount: 0,
        started: false,
        lastState: {},
        state: {
          waiting: {
            reason: pod.spec.initContainers === undefined ? 'ContainerCreating' : 'PodInitializing',
          },
        },
      });
      status.initContainerStatuses = (pod.spec.initContainers ?? []).map(waiting);
      status.containerStatuses = pod.spec.containers.map(waiting);
      pod.status = status;
    });
  }

  /** What the kubelet knows of a container once it was made. */
  private id({ name }: ContainerStatus): { containerID: string } {
    return { containerID: `containerd://${digest(this.pod.metadata.uid ?? '', name)}` };
  }

  /** Gives containers their state; `ready` follows from it. */
  containers(states: Record<string, ContainerState>, phase?: string): void {
    this.change((pod) => {
      const apply = (status: ContainerStatus): ContainerStatus => {
        const state = states[status.name];
        return state === undefined
          ? status
          : {
              ...status,
              ...(state.waiting === undefined
                ? { ...this.id(status), imageID: `sha256:${digest(status.image ?? '')}` }
                : {}),
              state:
                state.terminated === undefined
                  ? state
                  : { terminated: { ...state.terminated, ...this.id(status) } },
              ready: state.running !== undefined,
              started: state.running !== undefined,
            };
      };
      const status = pod.status ?? {};
      status.containerStatuses = (status.containerStatuses ?? []).map(apply);
      status.initContainerStatuses = (status.initContainerStatuses ?? []).map(apply);
      status.phase = phase ?? status.phase ?? 'Pending';
      pod.status = status;
    });
  }

  /** The pod runs; containers that `states` leaves out do too. */
  started(podIP: string, states: Record<string, ContainerState>): void {
    const { containers, initContainers = [] } = this.pod.spec;
    const running = { running: { startedAt: now() } };
    const all = Object.fromEntries([...containers, ...initContainers].map(({ name }) => [name, running]));
    this.change((pod) => {
      if (pod.status !== undefined) {
        Object.assign(pod.status, { podIP, podIPs: [{ ip: podIP }] });
        for (const type of ['PodReadyToStartContainers', 'Initialized']) {
          pod.status.conditions = withCondition(pod.status.conditions, { type, status: 'True' });
        }
        if (isLauncher(pod)) {
          pod.status.conditions = withCondition(pod.status.conditions, {
            type: 'kubevirt.io/virtual-machine-unpaused',
            status: 'True',
            reason: 'NotPaused',
            message: 'the virtual machine is not paused',
          });
        }
      }
    });
    this.containers({ ...all, ...states }, 'Running');
  }

  /**
   * Every container that still ran has ended; what had ended before keeps its own result. One that failed shows the
   * end of its log where its container says so.
   */
  ended(
    phase: 'Succeeded' | 'Failed',
    exitCodes: Record<string, number>,
    logs?: ReadonlyMap<string, LogBuffer>,
  ): void {
    this.change((pod) => {
      const showsLog = new Set(
        pod.spec.containers
          .filter(({ terminationMessagePolicy }) => terminationMessagePolicy === 'FallbackToLogsOnError')
          .map(({ name }) => name),
      );
      const end = (status: ContainerStatus): ContainerStatus => {
        if (status.state?.terminated !== undefined) {
          return status;
        }
        const exitCode = exitCodes[status.name] ?? 0;
        const startedAt = status.state?.running?.startedAt;
        const message =
          exitCode !== 0 && showsLog.has(status.name) ? logs?.get(status.name)?.tail() : undefined;
        return {
          ...status,
          ready: false,
          started: false,
          state: {
            terminated: {
              exitCode,
              ...this.id(status),
              reason: exitCode === 0 ? 'Completed' : 'Error',
              ...(message ? { message } : {}),
              ...(startedAt === undefined ? {} : { startedAt }),
              finishedAt: now(),
            },
          },
        };
      };
      const status = pod.status ?? {};
      status.phase = phase;
      status.containerStatuses = (status.containerStatuses ?? []).map(end);
      status.initContainerStatuses = (status.initContainerStatuses ?? []).map(end);
      pod.status = status;
    });
  }
}
