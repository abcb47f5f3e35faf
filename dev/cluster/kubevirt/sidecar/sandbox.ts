import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  type Dirent,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lives, ownName } from '../../../base/processOwner';
import { bash } from './interpreter';

/** The user that scripts run as where the server itself is root: `nobody`. */
export const unprivileged = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

const PREFIX = 'kubevirt-sidecar-';

/** What the scripts of one sidecar may write in all. Each file has a limit of its own besides. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_FILES = 10_000;

/** Whether the files of a folder and of those below are more than a sidecar may have; stops to count where they are. */
const isOverfull = (folder: string): boolean => {
  let bytes = 0;
  let files = 0;
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of entriesOf(next)) {
      const path = join(next, entry.name);
      if (entry.isDirectory()) {
        folders.push(path);
      } else {
        bytes += lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
      }
      files += 1;
      if (bytes > MOST_BYTES || files > MOST_FILES) {
        return true;
      }
    }
  }
  return false;
};

/** A running script can remove a folder, or its rights, at any time. */
const entriesOf = (folder: string): Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
};

const JAIL = 'jail';

/** Ends all processes that have a folder as their root, those that a script moved to a session of their own among them. */
const endJail = (jail: string): void => {
  for (const { name } of process.platform === 'linux' ? entriesOf('/proc') : []) {
    try {
      if (/^\d+$/.test(name) && readlinkSync(`/proc/${name}/root`) === jail) {
        process.kill(Number(name), 'SIGKILL');
      }
    } catch {
      // It has ended, or is another user's.
    }
  }
};

/** Removes the folders of servers that were killed before they could. */
export const removeStaleSandboxes = (): void => {
  for (const name of readdirSync(tmpdir())) {
    const [, owner] = new RegExp(`^${PREFIX}(\\d+\\.\\d+)-`).exec(name) ?? [];
    const folder = join(tmpdir(), name);
    if (owner !== undefined && !lives(owner) && lstatSync(folder).uid === process.getuid?.()) {
      endJail(join(folder, JAIL));
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  }
};

/**
 * A sidecar's private folder: its hook scripts, read-only, a work folder that is home, TMPDIR and cwd in one, what is
 * `/tmp` for it where it is isolated, and an empty folder for what is its root then.
 */
export class Sandbox {
  readonly root: string;
  readonly workDir: string;
  /** What the scripts have as their root where they are isolated. No process of theirs can leave it. */
  readonly jail: string;
  /** bash under the name `sh`, which makes it behave as one. */
  readonly shell: string | undefined;

  constructor() {
    this.root = mkdtempSync(join(tmpdir(), `${PREFIX}${ownName()}-`));
    chmodSync(this.root, 0o755);
    this.workDir = join(this.root, 'work');
    for (const folder of [this.workDir, join(this.root, 'tmp')]) {
      mkdirSync(folder, { mode: 0o700 });
      if (unprivileged !== undefined) {
        chownSync(folder, unprivileged.uid, unprivileged.gid);
      }
    }
    this.jail = join(this.root, JAIL);
    mkdirSync(this.jail);
    if (bash !== undefined) {
      this.shell = join(this.root, 'sh');
      symlinkSync(bash, this.shell);
    }
  }

  /** Puts a hook script there, executable by everyone as KubeVirt mounts it, and answers its path. */
  install(name: string, content: Uint8Array): string {
    const path = join(this.root, name);
    writeFileSync(path, content, { mode: 0o755 });
    chmodSync(path, 0o755);
    return path;
  }

  /** For a container that may write nowhere. */
  makeReadOnly(): void {
    for (const folder of [this.workDir, join(this.root, 'tmp')]) {
      chmodSync(folder, 0o555);
    }
  }

  /** Whether its scripts have written more than they may. */
  isOverfull(): boolean {
    return [this.workDir, join(this.root, 'tmp')].some(isOverfull);
  }

  /** Ends what its scripts left running, as the end of a container does, and removes its files. */
  remove(): void {
    endJail(this.jail);
    rmSync(this.root, { recursive: true, force: true, maxRetries: 3 });
  }
}
