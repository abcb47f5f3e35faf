import type { ContainerState, ContainerStatus, Pod } from '../../../../src/sidecars/objects/resources';
import type { Store } from '../../contract';
import { changeIfPresent } from '../behaviour';
import { now, withCondition } from '../conditions';

/** Writes a virt-launcher pod's status as the kubelet and virt-controller do. */
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
          ...(ready
            ? {}
            : { reason: draft.status.phase === 'Succeeded' ? 'PodCompleted' : 'ContainersNotReady' }),
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
      const status = pod.status ?? {};
      status.startTime = now();
      status.conditions = withCondition(status.conditions, { type: 'PodScheduled', status: 'True' });
      const waiting = ({ name, image = '' }: { name: string; image?: string }): ContainerStatus => ({
        name,
        image,
        imageID: '',
        ready: false,
        restartCount: 0,
        state: { waiting: { reason: 'PodInitializing' } },
      });
      status.initContainerStatuses = (pod.spec.initContainers ?? []).map(waiting);
      status.containerStatuses = pod.spec.containers.map(waiting);
      pod.status = status;
    });
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
              state,
              ready: state.running !== undefined,
              imageID: state.waiting === undefined ? `${status.image ?? ''}@sha256:${'0'.repeat(64)}` : '',
            };
      };
      const status = pod.status ?? {};
      status.containerStatuses = (status.containerStatuses ?? []).map(apply);
      status.initContainerStatuses = (status.initContainerStatuses ?? []).map(apply);
      status.phase = phase ?? status.phase ?? 'Pending';
      pod.status = status;
    });
  }

  started(podIP: string, states: Record<string, ContainerState>): void {
    this.change((pod) => {
      if (pod.status !== undefined) {
        pod.status.podIP = podIP;
        pod.status.conditions = withCondition(pod.status.conditions, { type: 'Initialized', status: 'True' });
        pod.status.conditions = withCondition(pod.status.conditions, {
          type: 'kubevirt.io/virtual-machine-unpaused',
          status: 'True',
          reason: 'NotPaused',
          message: 'the virtual machine is not paused',
        });
      }
    });
    this.containers(states, 'Running');
  }

  /** Every container that still ran has ended; what had ended before keeps its own result. */
  ended(phase: 'Succeeded' | 'Failed', exitCodes: Record<string, number>): void {
    this.change((pod) => {
      const end = (status: ContainerStatus): ContainerStatus => {
        if (status.state?.terminated !== undefined) {
          return status;
        }
        const exitCode = exitCodes[status.name] ?? 0;
        const startedAt = status.state?.running?.startedAt;
        return {
          ...status,
          ready: false,
          state: {
            terminated: {
              exitCode,
              reason: exitCode === 0 ? 'Completed' : 'Error',
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
