import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { ExecRequest } from '../../contract';
import { executable, startOf } from './interpreter';
import type { Sandbox } from './sandbox';
import { endGroup, SEARCH_PATH, spawnInSandbox } from './spawnInSandbox';

export interface Mounted {
  /** The path in the container. */
  path: string;
  /** The path on this machine. */
  file: string;
  content: Uint8Array;
}

export type Command = Pick<ExecRequest, 'command' | 'stdin' | 'stdout' | 'stderr' | 'signal'>;

/** Programs that this machine may have, but KubeVirt's sidecar image does not. */
const ABSENT = ['virsh'];

/** The command that starts a program; undefined if there is none of this name. */
const startOfProgram = (
  program: string,
  sandbox: Sandbox,
  mounts: readonly Mounted[],
): string[] | undefined => {
  const mounted = mounts.find(({ path }) => path === program);
  if (mounted !== undefined) {
    return startOf(mounted.file, mounted.content, sandbox.shell);
  }
  if (sandbox.shell !== undefined && ['sh', '/bin/sh', '/usr/bin/sh'].includes(program)) {
    return [sandbox.shell];
  }
  const places = program.includes('/') ? [program] : SEARCH_PATH.split(':').map((dir) => join(dir, program));
  return ABSENT.includes(program.split('/').at(-1) ?? '') || !places.some(executable) ? undefined : [program];
};

const copy = async (from: Readable | null, to: (chunk: Uint8Array) => Promise<void>): Promise<void> => {
  for await (const chunk of from ?? []) {
    await to(chunk as Uint8Array);
  }
};

/** The command may end before it has read all input. */
const feed = async (from: AsyncIterable<Uint8Array>, to: Writable): Promise<void> => {
  to.on('error', () => undefined);
  for await (const chunk of from) {
    if (!to.write(chunk)) {
      await Promise.race([once(to, 'drain'), once(to, 'close')]);
    }
  }
  to.end();
};

/**
 * Runs a client's command in a container's sandbox and returns its exit code; undefined if there is no such program. Paths of
 * the container's files are replaced by those on this machine.
 */
export const runCommand = async (
  { command, stdin, stdout, stderr, signal }: Command,
  sandbox: Sandbox,
  environment: Readonly<Record<string, string>>,
  mounts: readonly Mounted[],
  stopped: AbortSignal,
): Promise<number | undefined> => {
  const [program = '', ...args] = command;
  const start = startOfProgram(program, sandbox, mounts);
  if (start === undefined) {
    return undefined;
  }
  const placed = args.map((argument) =>
    mounts.reduce((text, { path, file }) => text.replaceAll(path, file), argument),
  );
  const child = spawnInSandbox(
    sandbox,
    environment,
    [...start, ...placed],
    stdin === undefined ? 'ignore' : 'pipe',
  );
  const end = (): void => {
    endGroup(child);
  };
  const signals = [signal, stopped];
  for (const each of signals) {
    each.addEventListener('abort', end);
    if (each.aborted) {
      end();
    }
  }
  try {
    if (stdin !== undefined && child.stdin !== null) {
      feed(stdin, child.stdin).catch(end);
    }
    const closed = once(child, 'close') as Promise<[number | null]>;
    await Promise.all([copy(child.stdout, stdout), copy(child.stderr, stderr)]);
    const [code] = await closed;
    return code ?? 137;
  } finally {
    end();
    for (const each of signals) {
      each.removeEventListener('abort', end);
    }
  }
};
