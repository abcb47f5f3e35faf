import type { Container, ContainerState, Pod } from '../../../../src/sidecars/objects/resources';
import type { Behaviour } from '../behaviour';
import { now } from '../conditions';
import { nodeName, podAddress } from '../controllers/node';
import { runningRelease } from '../hco/featureGates';
import { LogBuffer } from '../launcher/logBuffer';
import { showMissingImages } from '../launcher/missingImages';
import { PodStatus } from '../launcher/podStatus';
import { canPull } from '../launcher/startSidecars';
import { startError } from '../missingProgram';
import { releaseOfImage } from '../release';
import type { Command } from '../sidecar/runCommand';
import { Shim, ShimExit } from '../sidecar/shim';
import { number } from '../untyped';
import { CommandContainer } from './commandContainer';

const KILLED = 137;

interface Running {
  exec: (command: Command) => Promise<number | undefined>;
  stop: () => Promise<void>;
}

/** Runs a pod that a client created, from its scheduling to its end. Containers are never started again. */
export class PlainPodRun {
  readonly logs = new Map<string, LogBuffer>();
  private readonly running = new Map<string, Running>();
  private readonly exitCodes: Record<string, number> = {};
  private readonly status: PodStatus;
  private readonly cancels: (() => void)[] = [];
  private ended = false;

  constructor(
    private readonly behaviour: Behaviour,
    readonly pod: Pod,
  ) {
    this.status = new PodStatus(behaviour.store, pod);
    for (const { name } of pod.spec.containers) {
      this.logs.set(name, new LogBuffer());
    }
  }

  begin(): void {
    this.status.created();
    const { podStart } = this.behaviour.timing;
    this.after(podStart / 2, () => {
      this.status.scheduled(nodeName);
      this.after(podStart / 2, () => {
        this.start();
      });
      const deadline = number(this.pod.spec.activeDeadlineSeconds);
      if (deadline !== undefined) {
        this.after(deadline * 1000, () => {
          this.exceedDeadline();
        });
      }
    });
  }

  /** Runs a client's command. Resolves to undefined if there is no such program, or the container does not run. */
  exec(container: string, command: Command): Promise<number | undefined> | undefined {
    return this.running.get(container)?.exec(command);
  }

  /** Kills all processes, without writing to the store. */
  stop(): void {
    this.ended = true;
    for (const cancel of this.cancels) {
      cancel();
    }
    for (const [name, container] of this.running) {
      this.behaviour.endings.add(container.stop());
      this.logs.get(name)?.close();
    }
    this.running.clear();
  }

  private after(ms: number, action: () => void): void {
    this.cancels.push(this.behaviour.timers.after(ms, action));
  }

  private start(): void {
    const { containers } = this.pod.spec;
    const missing = containers.filter(({ image = '' }) => !canPull(image));
    if (missing.length > 0) {
      showMissingImages(this.behaviour, this.pod, this.status, missing);
      return;
    }
    const states = Object.fromEntries(
      containers.flatMap((container) => {
        const state = this.startContainer(container);
        return state === undefined ? [] : [[container.name, state]];
      }),
    );
    this.status.started(podAddress(this.pod), states);
    this.endWhenDone();
  }

  /** The state of a container that has ended at once. */
  private startContainer(container: Container): ContainerState | undefined {
    const { name } = container;
    const log = this.log(name);
    if (container.command === undefined) {
      return this.startShim(container, log);
    }
    const made = new CommandContainer(container, log);
    this.running.set(name, made);
    const startedAt = now();
    void made.run().then((code) => {
      if (code === undefined) {
        const { message, state } = startError(container.command?.[0] ?? '');
        this.behaviour.events.record(this.pod, 'Warning', 'Failed', `Error: ${message}`, 'kubelet');
        this.finish(name, state);
      } else {
        const reason = code === 0 ? 'Completed' : 'Error';
        this.finish(name, { terminated: { exitCode: code, reason, startedAt, finishedAt: now() } });
      }
    });
    return undefined;
  }

  /** The image's own program. */
  private startShim({ name, image = '', args = [] }: Container, log: LogBuffer): ContainerState | undefined {
    const { store, timing } = this.behaviour;
    try {
      const release = releaseOfImage(image, runningRelease(store));
      const options = { containerName: name, args, files: [], log, release, isSeparate: false };
      this.running.set(name, Shim.start({ ...options, timeoutMs: timing.hookCall }));
      return undefined;
    } catch (error) {
      if (!(error instanceof ShimExit)) {
        throw error;
      }
      log.close();
      this.exitCodes[name] = error.code;
      return {
        terminated: { exitCode: error.code, reason: 'Error', startedAt: now(), finishedAt: now() },
      };
    }
  }

  private finish(name: string, state: ContainerState): void {
    const container = this.running.get(name);
    if (this.ended || container === undefined) {
      return;
    }
    this.running.delete(name);
    this.behaviour.endings.add(container.stop());
    this.log(name).close();
    this.exitCodes[name] = state.terminated?.exitCode ?? 0;
    this.status.containers({ [name]: state });
    this.endWhenDone();
  }

  private endWhenDone(): void {
    if (this.running.size === 0) {
      const failed = Object.values(this.exitCodes).some((code) => code !== 0);
      this.status.ended(failed ? 'Failed' : 'Succeeded', this.exitCodes, this.logs);
      this.stop();
    }
  }

  private exceedDeadline(): void {
    const codes = Object.fromEntries(this.pod.spec.containers.map(({ name }) => [name, KILLED]));
    this.stop();
    this.status.ended('Failed', codes, this.logs);
    const message = 'Pod was active on the node longer than the specified deadline';
    this.status.change(({ status }) => {
      Object.assign(status ?? {}, { reason: 'DeadlineExceeded', message });
    });
    this.behaviour.events.record(this.pod, 'Normal', 'DeadlineExceeded', message, 'kubelet');
  }

  private log(container: string): LogBuffer {
    const log = this.logs.get(container);
    if (log === undefined) {
      throw new Error(`No container ${container} in pod ${this.pod.metadata.name}`);
    }
    return log;
  }
}
