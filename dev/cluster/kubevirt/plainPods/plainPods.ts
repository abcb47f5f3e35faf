import type { Pod } from '../../../../src/sidecars/objects/resources';
import type { ClusterHost, ContainerLog, ExecRequest } from '../../contract';
import type { Behaviour } from '../behaviour';
import { isLauncher } from '../launcher/podConditions';
import { execError } from '../missingProgram';
import { PlainPodRun } from './plainPodRun';

/** A pod that was just created by a client, and not in a state of its own as those of a scenario. */
const isNew = (pod: Pod): boolean =>
  !isLauncher(pod) &&
  pod.spec.nodeName === undefined &&
  pod.status?.phase === 'Pending' &&
  pod.status.containerStatuses === undefined;

/** Runs the pods that clients create. */
export class PlainPods {
  private readonly runs = new Map<string, PlainPodRun>();

  constructor(private readonly behaviour: Behaviour) {}

  start(host: ClusterHost): (() => void)[] {
    return [
      host.store.subscribe('pods', ({ type, object }) => {
        const pod = object as unknown as Pod;
        const { uid = '' } = pod.metadata;
        if (type === 'ADDED' && isNew(pod)) {
          const run = new PlainPodRun(this.behaviour, pod);
          this.runs.set(uid, run);
          // Controllers never write from inside another write's notification.
          this.behaviour.timers.after(0, () => {
            run.begin();
          });
        } else if (type === 'DELETED') {
          this.runs.get(uid)?.stop();
          this.runs.delete(uid);
        }
      }),
    ];
  }

  /** Runs a client's command; undefined if the pod is none of these. Throws ApiError if it cannot be started. */
  exec(request: ExecRequest): Promise<number> | undefined {
    return this.runOf(request.namespace, request.pod)
      ?.exec(request.container, request)
      ?.then((code) => {
        if (code === undefined) {
          throw execError(request.command[0] ?? '');
        }
        return code;
      });
  }

  logOf(namespace: string, name: string, container: string): ContainerLog | undefined {
    return this.runOf(namespace, name)?.logs.get(container);
  }

  stop(): void {
    for (const run of this.runs.values()) {
      run.stop();
    }
    this.runs.clear();
  }

  private runOf(namespace: string, name: string): PlainPodRun | undefined {
    return [...this.runs.values()].find(
      ({ pod }) => pod.metadata.namespace === namespace && pod.metadata.name === name,
    );
  }
}
