import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** What `/proc` has of a process, as `status` or `cmdline`; undefined once it has ended. */
export const processFile = (pid: number, file: string): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It ended meanwhile, or is somebody else's.
    return undefined;
  }
};

/** Ids of all processes of this machine. */
export const processIds = (): number[] => readdirSync('/proc').map(Number).filter(Number.isInteger);

/** Ids of the libvirt and QEMU processes that have a path below `folder` among their arguments. */
export const labProcesses = (folder: string): number[] =>
  processIds().filter((pid) => {
    const line = processFile(pid, 'cmdline');
    const [program = ''] = line?.split('\0') ?? [];
    return /^(libvirtd|qemu-system-.*)$/.test(basename(program)) && line?.includes(`${folder}/`) === true;
  });

/** Kills what runs from a lab's folder and waits until it is gone. */
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
        // It ended meanwhile.
      }
    }
    await delay(20);
  }
};
