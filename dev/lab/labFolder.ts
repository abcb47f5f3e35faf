import {
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { unprivileged } from '../cluster/kubevirt/sidecar/sandbox';
import { lives, ownName } from '../base/processOwner';
import { killLabProcesses } from './processes';

/**
 * Not the folder for temporary files that the environment names: the paths of UNIX sockets may have 107 characters,
 * and KubeVirt's own need most of them.
 */
const PLACE = '/tmp';
const PREFIX = 'ksp-lab-';
const OWNER = 'owner';

/** Makes a folder for the user that libvirt and QEMU run as. */
export const makeFolder = (path: string): string => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (unprivileged !== undefined) {
    chownSync(path, unprivileged.uid, unprivileged.gid);
  }
  return path;
};

/** Writes a file that libvirt and QEMU can read. */
export const writeLabFile = (path: string, content: string | Uint8Array): void => {
  writeFileSync(path, content, { mode: 0o600 });
  if (unprivileged !== undefined) {
    chownSync(path, unprivileged.uid, unprivileged.gid);
  }
};

/** A new lab's folder, which says whose it is. */
export const createLabFolder = (): string => {
  const folder = makeFolder(mkdtempSync(join(PLACE, PREFIX)));
  writeLabFile(join(folder, OWNER), ownName());
  return folder;
};

const isOurs = (folder: string): boolean => {
  const status = lstatSync(folder, { throwIfNoEntry: false });
  return status?.isDirectory() === true && [process.getuid?.(), unprivileged?.uid].includes(status.uid);
};

const ownerLives = (folder: string): boolean => {
  try {
    return lives(readFileSync(join(folder, OWNER), 'utf8'));
  } catch {
    // Another server may just be making it.
    return Date.now() - lstatSync(folder).mtimeMs < 60_000;
  }
};

/** Ends what runs from a lab's folder and removes it. */
export const removeLab = async (folder: string): Promise<void> => {
  await killLabProcesses(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
};

/** Removes the labs of servers that were killed before they could. Answers their folders. */
export const removeLeftovers = async (): Promise<string[]> => {
  const left = readdirSync(PLACE)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => join(PLACE, name))
    .filter((folder) => isOurs(folder) && !ownerLives(folder));
  await Promise.all(left.map(removeLab));
  return left;
};
