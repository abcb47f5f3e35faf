import { spawn } from 'node:child_process';

export interface GroupGuard {
  /** The guarded group, undefined if it could not be started, and the folder that is the root of its processes. */
  watch: (group: number | undefined, jail: string) => void;
  /** The group has ended. */
  release: () => void;
}

/**
 * Reads the group and the jail, then waits for another line: if the input ends without one, this process has ended. A
 * script can move its processes to another group, but not out of its jail. They are ended twice, because one may start
 * another at that moment.
 */
const GUARD = `
end_jail() {
  for process in /proc/[0-9]*; do
    if [ "$(readlink "$process/root" 2>/dev/null)" = "$jail" ]; then kill -s KILL "\${process#/proc/}"; fi
  done
}
read -r group jail && { read -r released || { kill -s KILL -- "-$group"; end_jail; end_jail; }; }
`;

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
    watch: (group, jail) => {
      if (group !== undefined) {
        isWatching = true;
        guard.stdin.write(`${group} ${jail}\n`);
      }
    },
    release: () => {
      guard.stdin.end(isWatching ? 'released\n' : '');
    },
  };
};
