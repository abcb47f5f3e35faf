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
 * Not the environment's folder for temporary files: a path of a UNIX socket has at most 107 characters, and KubeVirt's
 * paths need most of them.
 */
const PLACE = '/tmp';
const PREFIX = 'ksp-lab-';
const OWNER = 'owner';

/** Creates a folder for the user that runs libvirt and QEMU. */
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

/** Creates a folder for a new lab, with its owner in the name. */
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
    // Another server may be creating it right now.
    return Date.now() - lstatSync(folder).mtimeMs < 60_000;
  }
};

/** Ends the processes of a lab and removes its folder. */
export const removeLab = async (folder: string): Promise<void> => {
  await killLabProcesses(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
};

/** Removes the labs of killed servers. Returns their folders. */
export const removeLeftovers = async (): Promise<string[]> => {
  const left = readdirSync(PLACE)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => join(PLACE, name))
    .filter((folder) => isOurs(folder) && !ownerLives(folder));
  await Promise.all(left.map(removeLab));
  return left;
};
