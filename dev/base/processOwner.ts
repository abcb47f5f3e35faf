import { readFileSync } from 'node:fs';

/** When a process started, in clock ticks since the boot; undefined for one that is gone, and without /proc. */
const startTime = (pid: number): string | undefined => {
  try {
    // The second field is the program's name in brackets, which may hold anything.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ')[19];
  } catch {
    return undefined;
  }
};

/** Names this process for good, where ids are used again: `<id>.<start>`. */
export const ownName = (): string => `${process.pid}.${startTime(process.pid) ?? 0}`;

/** Whether the process of a name still runs. Without /proc an id that was given to another process counts as that. */
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
