import { readFileSync } from 'node:fs';

/** When a process started, in clock ticks since the boot; undefined if it has ended or there is no /proc. */
const startTime = (pid: number): string | undefined => {
  try {
    // The second field is the program's name in parentheses, which may contain any character.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ')[19];
  } catch {
    return undefined;
  }
};

/** A unique name of this process, although process ids are reused: `<id>.<start>`. */
export const ownName = (): string => `${process.pid}.${startTime(process.pid) ?? 0}`;

/** Whether the named process still runs. Without /proc, another process with the same id counts as it. */
export const lives = (name: string): boolean => {
  const [pid = Number.NaN, start] = name.split('.').map(Number);
  if (!Number.isInteger(pid) || pid <= 0) {
    return false;
  }
  if (start !== 0) {
    return startTime(pid) === String(start);
  }
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
