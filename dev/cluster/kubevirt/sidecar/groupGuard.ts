import { spawn } from 'node:child_process';

export interface GroupGuard {
  /** Names the group to guard; undefined where it could not be started. */
  watch: (group: number | undefined) => void;
  /** The group has ended. */
  release: () => void;
}

/** Reads the group, then waits for another line: where the input ends without one, this process is gone. */
const GUARD = 'read -r group && { read -r released || kill -s KILL -- "-$group"; }';

/**
 * Starts a shell that kills a process group when this process ends before the group, `kill -9` included. Started before
 * the group, so that there is no moment in which nobody minds it.
 */
export const startGroupGuard = (): GroupGuard => {
  // Away from the terminal's group, whose Ctrl-C would end the guard before its server.
  const guard = spawn('sh', ['-c', GUARD], { stdio: ['pipe', 'ignore', 'ignore'], cwd: '/', detached: true });
  // One that cannot run guards nothing, and is no reason to run nothing.
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
