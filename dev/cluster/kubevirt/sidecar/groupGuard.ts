import { spawn } from 'node:child_process';

export interface GroupGuard {
  /** The guarded group; undefined if it could not be started. */
  watch: (group: number | undefined) => void;
  /** The group has ended. */
  release: () => void;
}

/** Reads the group, then waits for another line: if the input ends without one, this process has ended. */
const GUARD = 'read -r group && { read -r released || kill -s KILL -- "-$group"; }';

/**
 * Starts a shell that kills a process group if this process ends before the group, even by `kill -9`. Started before the
 * group, so that the group is guarded from its start.
 */
export const startGroupGuard = (): GroupGuard => {
  // In another process group than the terminal's, or Ctrl-C would end the guard before its server.
  const guard = spawn('sh', ['-c', GUARD], { stdio: ['pipe', 'ignore', 'ignore'], cwd: '/', detached: true });
  // If the guard cannot run, scripts still may.
  guard.on('error', () => undefined);
  guard.stdin.on('error', () => undefined);
  let isWatching = false;
  return {
    watch: (group) => {
      if (group !== undefined) {
        isWatching = true;
        guard.stdin.write(`${group}\n`);
      }
    },
    release: () => {
      guard.stdin.end(isWatching ? 'released\n' : '');
    },
  };
};
