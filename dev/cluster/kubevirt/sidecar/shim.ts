import { posix } from 'node:path';
import type { LogBuffer } from '../launcher/logBuffer';
import type { Release } from '../release';
import { runCommand, type Command, type Mounted } from './runCommand';
import { MAX_LINE_BYTES, MAX_OUTPUT_BYTES, runScript } from './runScript';
import { Sandbox } from './sandbox';

export type HookPoint = 'onDefineDomain' | 'preCloudInitIso';
const HOOK_POINTS: HookPoint[] = ['onDefineDomain', 'preCloudInitIso'];
const PATH_DIRS = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];

/** A gRPC failure, in the words in which virt-launcher passes it on. */
export class RpcError extends Error {
  constructor(code: string, description: string) {
    super(`rpc error: code = ${code} desc = ${description}`);
  }
}

/** A file in the sidecar's container; `undefined` content is a directory, which KubeVirt creates for a missing subPath key. */
export interface MountedFile {
  path: string;
  content: Uint8Array | undefined;
}

/** The container ended by itself; `code` is its exit code. */
export class ShimExit extends Error {
  constructor(readonly code: number) {
    super(`exit ${code}`);
  }
}

const readVersion = (args: readonly string[], log: LogBuffer): string => {
  let version = '';
  const usage = (message: string): ShimExit => {
    for (const line of [
      message,
      'Usage of /sidecar-shim:',
      '      --version string   hook version to use',
      message,
    ]) {
      log.write(line);
    }
    return new ShimExit(2);
  };
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === '--version') {
      const value = args[index + 1];
      if (value === undefined) {
        throw usage('flag needs an argument: --version');
      }
      version = value;
      index += 1;
    } else if (argument.startsWith('--version=')) {
      version = argument.slice('--version='.length);
    } else if (argument === '--') {
      break;
    } else if (argument.startsWith('--')) {
      throw usage(`unknown flag: ${argument.split('=', 1)[0] ?? argument}`);
    } else if (/^-./.test(argument)) {
      throw usage(`unknown shorthand flag: '${argument.charAt(1)}' in ${argument}`);
    }
  }
  return version;
};

export interface ShimOptions {
  containerName: string;
  args: readonly string[];
  files: readonly MountedFile[];
  log: LogBuffer;
  /** The time limit of a script. */
  timeoutMs: number;
  /** The release that the image is of. */
  release: Release;
  /** Whether the pod was rendered with a directory for the sidecar's socket alone, and tells it its name. */
  isSeparate: boolean;
}

/** KubeVirt's sidecar-shim: offers the hook scripts in its container and runs them when it is called. */
export class Shim {
  readonly offered: readonly HookPoint[];
  readonly containerName: string;
  /** The socket's path as virt-launcher finds it, below the directory of all sockets. */
  readonly socket: string;
  private readonly log: LogBuffer;
  private readonly scripts = new Map<HookPoint, { file: string; content: Uint8Array }>();
  private readonly sandbox: Sandbox;
  private readonly environment: Readonly<Record<string, string>>;
  private readonly mounts: readonly Mounted[];
  private readonly stopped = new AbortController();
  private running: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly version: string,
    private readonly options: ShimOptions,
  ) {
    const { containerName, files, log, isSeparate } = options;
    this.containerName = containerName;
    this.environment = isSeparate ? { CONTAINER_NAME: containerName } : {};
    this.log = log;
    const socketName = `shim-${Math.random().toString(36).slice(2, 6)}.sock`;
    this.socket = isSeparate ? `${containerName}/${socketName}` : socketName;
    this.info(
      `shim is now exposing its services on socket /var/run/kubevirt-hooks/${socketName}`,
      'sidecar_shim.go:299',
    );
    const found = HOOK_POINTS.flatMap((point) => {
      const file = files.find(
        ({ path, content }) =>
          content !== undefined && PATH_DIRS.some((dir) => posix.normalize(path) === `${dir}/${point}`),
      );
      return file?.content === undefined ? [] : [{ point, content: file.content }];
    });
    this.offered = found.map(({ point }) => point);
    this.sandbox = new Sandbox();
    for (const { point, content } of found) {
      this.scripts.set(point, { file: this.sandbox.install(point, content), content });
    }
    this.mounts = files.flatMap(({ path, content }, index) =>
      content === undefined
        ? []
        : [{ path: posix.normalize(path), file: this.sandbox.install(`mount-${index}`, content), content }],
    );
  }

  /** Throws ShimExit if the container ends at once, with the reason in its log. */
  static start(options: ShimOptions): Shim {
    const { args, log, release } = options;
    const version = readVersion(args, log);
    if (!release.shimVersions.includes(version)) {
      const supported = `Supported options are [${release.shimVersions.join(' ')}].`;
      const reason =
        version === ''
          ? `Missing --version parameter. ${supported}`
          : `Version ${version} is not supported. ${supported}`;
      log.writeJson('shim-sidecar', 'error', 'Input error', { pos: 'sidecar_shim.go:266', reason });
      throw new ShimExit(1);
    }
    return new Shim(version, options);
  }

  /** Returns the hook points to virt-launcher. */
  describe(): readonly HookPoint[] {
    this.info('Info method has been called', 'sidecar_shim.go:66');
    for (const point of HOOK_POINTS) {
      if (!this.offered.includes(point)) {
        this.info(`Info: ${point} has not been found`, 'sidecar_shim.go:84');
      }
    }
    return this.offered;
  }

  /** Runs a hook script. Throws RpcError as virt-launcher receives it. */
  async call(point: HookPoint, vmiJson: string, input: string): Promise<string> {
    const name = point === 'onDefineDomain' ? 'OnDefineDomain' : 'PreCloudInitIso';
    this.info(`${name} method has been called`, 'sidecar_shim.go:111');
    const script = this.scripts.get(point);
    if (script === undefined) {
      throw new RpcError(
        'Unknown',
        `Failed in finding ${point} in $PATH due exec: "${point}": executable file not found in $PATH`,
      );
    }
    this.info(`Executing ${point}`, 'sidecar_shim.go:197');
    const flag = point === 'onDefineDomain' ? '--domain' : '--cloud-init';
    if (this.stopped.signal.aborted) {
      throw new RpcError('Unavailable', 'error reading from server: EOF');
    }
    const call = runScript({
      file: script.file,
      content: script.content,
      args: ['--vmi', vmiJson, flag, input],
      environment: this.environment,
      sandbox: this.sandbox,
      timeoutMs: this.options.timeoutMs,
      signal: this.stopped.signal,
    });
    this.running = call;
    const result = await call;
    if (result.kind !== 'notStarted' && this.options.release.logsStderr) {
      this.logStderr(point, result.stderr);
    }
    switch (result.kind) {
      case 'exited':
        if (result.code === 0) {
          return result.stdout.toString('utf8');
        }
        throw this.failed(name, 'Unknown', `exit status ${result.code}`);
      case 'signalled':
        throw this.failed(
          name,
          'Unknown',
          `signal: ${result.signal === 'SIGKILL' ? 'killed' : result.signal}`,
        );
      case 'notStarted':
        throw this.failed(name, 'Unknown', `fork/exec /usr/bin/${point}: ${result.why}`);
      case 'timeout':
        throw new RpcError('DeadlineExceeded', 'context deadline exceeded');
      case 'tooMuchOutput':
        throw new RpcError(
          'ResourceExhausted',
          `grpc: received message larger than max (${result.bytes} vs. ${MAX_OUTPUT_BYTES})`,
        );
    }
  }

  /** Runs a client's command in the container. Returns its exit code, or undefined if there is no such program. */
  exec(command: Command): Promise<number | undefined> {
    return runCommand(command, this.sandbox, this.environment, this.mounts, this.stopped.signal);
  }

  /** Ends running scripts and removes the files; no method may be called afterwards. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await this.running;
    this.sandbox.remove();
  }

  private logStderr(point: HookPoint, text: string): void {
    for (const line of text.split('\n').filter((each) => each !== '')) {
      if (Buffer.byteLength(line) >= MAX_LINE_BYTES) {
        const reason = 'bufio.Scanner: token too long';
        const fields = { pos: 'sidecar_shim.go:207', reason };
        this.log.writeJson('shim-sidecar', 'error', 'failed to read hook logs', fields);
        return;
      }
      this.log.writeJson('shim-sidecar', 'info', line, { hook: point, pos: 'sidecar_shim.go:203' });
    }
  }

  private failed(name: string, code: string, description: string): RpcError {
    this.log.writeJson('shim-sidecar', 'error', `Failed ${name}`, {
      pos: 'sidecar_shim.go:114',
      reason: description,
    });
    return new RpcError(code, description);
  }

  private info(message: string, pos: string): void {
    this.log.writeJson('shim-sidecar', 'info', message, { pos });
  }
}
