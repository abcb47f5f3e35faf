import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** The content of a file in `/proc/<pid>`, such as `status`; undefined once the process has ended. */
export const processFile = (pid: number, file: string): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // The process has ended, or belongs to another user.
    return undefined;
  }
};

export const processIds = (): number[] => readdirSync('/proc').map(Number).filter(Number.isInteger);

/** Ids of the libvirt and QEMU processes with a path below `folder` in their arguments. */
export const labProcesses = (folder: string): number[] =>
  processIds().filter((pid) => {
    const line = processFile(pid, 'cmdline');
    const [program = ''] = line?.split('\0') ?? [];
    return /^(libvirtd|qemu-system-.*)$/.test(basename(program)) && line?.includes(`${folder}/`) === true;
  });

/** Kills the processes of a lab's folder and waits until they have ended. */
export const killLabProcesses = async (folder: string): Promise<void> => {
  for (;;) {
    const pids = labProcesses(folder);
    if (pids.length === 0) {
      return;
    }
    for (const pid of pids) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has ended already.
      }
    }
    await delay(20);
  }
};
