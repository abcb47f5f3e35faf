import { spawn, type ChildProcess } from 'node:child_process';
import { startGroupGuard } from './groupGuard';
import { executable } from './interpreter';
import { isolated } from './isolation';
import { unprivileged, type Sandbox } from './sandbox';

export const SEARCH_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const DISK_CHECK_MS = 250;

const LIMITS = ['--cpu=300', '--fsize=67108864', '--nofile=256', '--core=0', '--as=2147483648'];
/** Processes of the scripts' own user at a time: of a user who has others, the number would be theirs as well. */
const processLimit = unprivileged === undefined ? [] : ['--nproc=512'];
const prlimit = ['/usr/bin/prlimit', '/bin/prlimit'].find(executable);

/**
 * Starts a command in its own process group, with access limited to the sidecar's sandbox. The group is killed when it has
 * filled its part of the disk, and when this process is killed.
 */
export const spawnInSandbox = (
  sandbox: Sandbox,
  /** The container's own variables. */
  environment: Readonly<Record<string, string>>,
  start: readonly string[],
  stdin: 'ignore' | 'pipe',
): ChildProcess => {
  const [command = '', ...args] = [
    ...(prlimit === undefined ? [] : [prlimit, ...LIMITS, ...processLimit, '--']),
    ...isolated(sandbox),
    ...start,
  ];
  // Before the command, so that it is guarded from its start.
  const guard = startGroupGuard();
  const child = spawn(command, args, {
    cwd: sandbox.workDir,
    env: {
      PATH: SEARCH_PATH,
      HOME: sandbox.workDir,
      TMPDIR: sandbox.workDir,
      ...environment,
    },
    stdio: [stdin, 'pipe', 'pipe'],
    detached: true,
    ...unprivileged,
  });
  guard.watch(child.pid, sandbox.jail);
  const diskCheck = setInterval(() => {
    if (sandbox.isOverfull()) {
      endGroup(child);
    }
  }, DISK_CHECK_MS);
  const release = (): void => {
    clearInterval(diskCheck);
    guard.release();
  };
  child.once('close', release);
  child.once('error', release);
  return child;
};

export const endGroup = (child: ChildProcess): void => {
  if (child.pid === undefined) {
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // The group has ended by itself.
  }
};
