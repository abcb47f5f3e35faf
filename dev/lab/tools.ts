import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

/** The programs that a running lab needs, and their Debian packages. */
const RUN_TOOLS = {
  libvirtd: ['libvirt-daemon', 'libvirt-daemon-driver-qemu'],
  virsh: ['libvirt-clients'],
  'qemu-system-x86_64': ['qemu-system-x86'],
  'qemu-img': ['qemu-utils'],
  xorrisofs: ['xorriso'],
} as const;

/** More programs that are needed to build the guest. */
const BUILD_TOOLS = {
  busybox: ['busybox-static'],
  cpio: ['cpio'],
  'apt-get': [],
  'dpkg-deb': [],
} as const;

/** Users' PATH does not contain root's programs. */
const FOLDERS = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/sbin'];

/** The full path of a program; undefined if it is missing. */
export const findProgram = (name: string): string | undefined =>
  FOLDERS.map((folder) => join(folder, name)).find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** The full path of a program. Throws if it is missing. */
export const requireProgram = (name: keyof typeof RUN_TOOLS | keyof typeof BUILD_TOOLS): string => {
  const found = findProgram(name);
  if (found === undefined) {
    throw new Error(`${name} is not on this machine.`);
  }
  return found;
};

/** Missing programs with their Debian packages; `forGuest` includes those that build the guest. */
export const missingTools = (forGuest = false): { programs: string[]; packages: string[] } => {
  const tools: Record<string, readonly string[]> = { ...RUN_TOOLS, ...(forGuest ? BUILD_TOOLS : {}) };
  const programs = Object.keys(tools).filter((name) => findProgram(name) === undefined);
  return { programs, packages: programs.flatMap((name) => tools[name] ?? []) };
};
