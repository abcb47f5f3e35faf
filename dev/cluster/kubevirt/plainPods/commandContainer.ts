import type { Container } from '../../../../src/sidecars/objects/resources';
import type { LogBuffer } from '../launcher/logBuffer';
import { runCommand, type Command } from '../sidecar/runCommand';
import { Sandbox } from '../sidecar/sandbox';
import { lineWriter } from './lineWriter';

/** A container that runs a command of its pod's author in place of its image's own program. */
export class CommandContainer {
  private readonly sandbox: Sandbox;
  private readonly environment: Readonly<Record<string, string>>;
  private readonly stopped = new AbortController();
  private readonly command: readonly string[];
  private main: Promise<unknown> = Promise.resolve();

  constructor(
    { command = [], args = [], env = [], securityContext, volumeMounts = [] }: Container,
    private readonly log: LogBuffer,
  ) {
    this.command = [...command, ...args];
    this.environment = Object.fromEntries(env.map(({ name, value = '' }) => [name, value]));
    const isReadOnly =
      (securityContext as { readOnlyRootFilesystem?: boolean } | undefined)?.readOnlyRootFilesystem === true;
    this.sandbox = new Sandbox();
    if (isReadOnly && !volumeMounts.some(({ mountPath }) => mountPath === '/tmp')) {
      this.sandbox.makeReadOnly();
    }
  }

  /** Runs the container's command. Resolves to its exit code, undefined if there is no such program. */
  async run(): Promise<number | undefined> {
    const writers = [1, 2].map(() =>
      lineWriter((line) => {
        this.log.write(line);
      }),
    );
    const [stdout, stderr] = writers.map(({ push }) => push);
    const ignore = (): Promise<void> => Promise.resolve();
    const running = this.exec({
      command: [...this.command],
      stdin: undefined,
      stdout: stdout ?? ignore,
      stderr: stderr ?? ignore,
      signal: this.stopped.signal,
    });
    this.main = running;
    const code = await running;
    for (const { end } of writers) {
      end();
    }
    return code;
  }

  /** Runs a client's command. Returns its exit code, or undefined if there is no such program. */
  exec(command: Command): Promise<number | undefined> {
    return runCommand(command, this.sandbox, this.environment, [], this.stopped.signal);
  }

  /** Kills its processes and removes its files; no method may be called afterwards. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await this.main;
    this.sandbox.remove();
  }
}
