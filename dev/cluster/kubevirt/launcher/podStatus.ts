import { createHash } from 'node:crypto';
import type { ContainerState, ContainerStatus, Pod } from '../../../../src/sidecars/objects/resources';
import type { Store } from '../../contract';
import { changeIfPresent } from '../behaviour';
import { conditionOf, now, withCondition } from '../conditions';
import { nodeAddress } from '../controllers/node';
import type { LogBuffer } from './logBuffer';
import { GATED, isLauncher, PAUSE_GATE, pauseGate, qosClass, whyNotReady } from './podConditions';

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
      const isGated = conditionOf(draft.status.conditions, PAUSE_GATE)?.status === 'False';
      for (const [type, isTrue] of [
        ['ContainersReady', ready],
        ['Ready', ready && !isGated],
      ] as const) {
        draft.status.conditions = withCondition(draft.status.conditions, {
          type,
          status: isTrue ? 'True' : 'False',
          ...(isTrue ? {} : ready ? GATED : whyNotReady(draft)),
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
          pod.status.conditions = withCondition(pod.status.conditions, pauseGate(false));
        }
      }
    });
    this.containers({ ...all, ...states }, 'Running');
  }

  /** virt-controller's gate for the readiness of a pod whose guest is stopped or runs again. */
  paused(isPaused: boolean): void {
    this.change((pod) => {
      pod.status = {
        ...pod.status,
        conditions: withCondition(pod.status?.conditions, pauseGate(isPaused)),
      };
    });
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
