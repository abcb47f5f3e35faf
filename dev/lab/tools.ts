import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

/** The programs that a running lab needs, and the Debian packages that have them. */
const RUN_TOOLS = {
  libvirtd: ['libvirt-daemon', 'libvirt-daemon-driver-qemu'],
  virsh: ['libvirt-clients'],
  'qemu-system-x86_64': ['qemu-system-x86'],
  'qemu-img': ['qemu-utils'],
  xorrisofs: ['xorriso'],
} as const;

/** What building the guest needs beside them. */
const BUILD_TOOLS = {
  busybox: ['busybox-static'],
  cpio: ['cpio'],
  'apt-get': [],
  'dpkg-deb': [],
} as const;

/** Root's own programs are on no user's PATH. */
const FOLDERS = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/sbin'];

/** The full path of a program; undefined where there is none. */
export const findProgram = (name: string): string | undefined =>
  FOLDERS.map((folder) => join(folder, name)).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** The path of a program that must be there. Throws where it is not. */
export const requireProgram = (name: keyof typeof RUN_TOOLS | keyof typeof BUILD_TOOLS): string => {
  const found = findProgram(name);
  if (found === undefined) {
    throw new Error(`${name} is not on this machine.`);
  }
  return found;
};

/** Programs that are missing, with their Debian packages; `forGuest` counts those that build the guest, too. */
export const missingTools = (forGuest = false): { programs: string[]; packages: string[] } => {
  const tools: Record<string, readonly string[]> = { ...RUN_TOOLS, ...(forGuest ? BUILD_TOOLS : {}) };
  const programs = Object.keys(tools).filter((name) => findProgram(name) === undefined);
  return { programs, packages: programs.flatMap((name) => tools[name] ?? []) };
};
