import { existsSync } from 'node:fs';
import { executable, readShebang, startOf } from './interpreter';
import type { Sandbox } from './sandbox';
import { endGroup, spawnInSandbox } from './spawnInSandbox';

/** Maximum bytes of one argument including its terminator; the kernel refuses more. */
const MAX_ARGUMENT_BYTES = 131_072;
/** The shim reads stderr until a line that is longer than this. */
export const MAX_LINE_BYTES = 512 * 1024;
/** gRPC's limit for an answer; longer output makes the call fail. */
export const MAX_OUTPUT_BYTES = 4 * 1024 * 1024;
const MAX_ERROR_BYTES = 1024 * 1024;

export type ScriptResult =
  | { kind: 'exited'; code: number; stdout: Buffer; stderr: string }
  | { kind: 'signalled'; signal: string; stderr: string }
  | { kind: 'notStarted'; why: string }
  | { kind: 'timeout'; stderr: string }
  | { kind: 'tooMuchOutput'; bytes: number; stderr: string };

export interface ScriptCall {
  /** Path of the script file on this machine. */
  file: string;
  content: Uint8Array;
  args: string[];
  /** The container's own variables. */
  environment: Readonly<Record<string, string>>;
  sandbox: Sandbox;
  timeoutMs: number;
  signal: AbortSignal;
}

/**
 * Checks what execve would refuse. Necessary because the C library would run a file without a shebang in a shell, and because
 * the wrapper that sets resource limits always starts.
 */
const execFault = (content: Uint8Array, args: readonly string[]): string | undefined => {
  if (args.some((argument) => Buffer.byteLength(argument) + 1 > MAX_ARGUMENT_BYTES)) {
    return 'argument list too long';
  }
  const head = Buffer.from(content.subarray(0, 4));
  if (head.equals(Buffer.from('\x7fELF', 'latin1'))) {
    return undefined;
  }
  const interpreter = readShebang(content)?.interpreter;
  if (interpreter === undefined) {
    return 'exec format error';
  }
  if (!existsSync(interpreter)) {
    return 'no such file or directory';
  }
  return executable(interpreter) ? undefined : 'permission denied';
};

/**
 * Runs a hook script. Kills its whole process group at the time limit, when `signal` aborts, when it has filled its part of
 * the disk, and when this process is killed.
 */
export const runScript = (call: ScriptCall): Promise<ScriptResult> => {
  const fault = execFault(call.content, call.args);
  if (fault !== undefined) {
    return Promise.resolve({ kind: 'notStarted', why: fault });
  }
  return new Promise((resolve) => {
    const start = [...startOf(call.file, call.content, call.sandbox.shell), ...call.args];
    const child = spawnInSandbox(call.sandbox, call.environment, start, 'ignore');
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let bytes = 0;
    let errorBytes = 0;
    let lineBytes = 0;
    let hasExited = false;
    let ended: ((stderrText: string) => ScriptResult) | undefined;
    const timer = setTimeout(() => {
      ended = (text) => ({ kind: 'timeout', stderr: text });
      endGroup(child);
    }, call.timeoutMs);
    const abort = (): void => {
      endGroup(child);
    };
    call.signal.addEventListener('abort', abort);
    child.stdout?.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_OUTPUT_BYTES) {
        ended = (text) => ({ kind: 'tooMuchOutput', bytes, stderr: text });
        endGroup(child);
      } else {
        stdout.push(chunk);
      }
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      errorBytes += chunk.length;
      const lineEnd = chunk.lastIndexOf('\n');
      lineBytes = lineEnd < 0 ? lineBytes + chunk.length : chunk.length - lineEnd - 1;
      if (lineBytes >= MAX_LINE_BYTES && !hasExited) {
        child.stderr?.pause();
      }
      if (errorBytes <= MAX_ERROR_BYTES) {
        stderr.push(chunk);
      }
    });
    const finish = (result: ScriptResult): void => {
      clearTimeout(timer);
      call.signal.removeEventListener('abort', abort);
      resolve(result);
    };
    child.on('error', (error: NodeJS.ErrnoException) => {
      finish({ kind: 'notStarted', why: error.code === 'E2BIG' ? 'argument list too long' : error.message });
    });
    child.on('exit', () => {
      // Processes that the script left running would keep its output open forever.
      hasExited = true;
      endGroup(child);
      child.stderr?.resume();
    });
    child.on('close', (code, signal) => {
      const text = Buffer.concat(stderr).toString('utf8');
      finish(
        ended?.(text) ??
          (code === null
            ? { kind: 'signalled', signal: signal ?? 'SIGKILL', stderr: text }
            : { kind: 'exited', code, stdout: Buffer.concat(stdout), stderr: text }),
      );
    });
    if (call.signal.aborted) {
      abort();
    }
  });
};
