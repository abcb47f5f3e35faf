import { lstatSync, mkdirSync, type Stats } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../base/userError';

const NAME = 'kubevirt-sidecar-plugin';

/** A real folder, not a link, that only this user can read and write. Windows has no such bits, and a temporary folder for each user. */
const isPrivate = (stats: Stats | undefined): boolean =>
  stats?.isDirectory() === true &&
  (process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o077) === 0));

const statsOf = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false });

/**
 * The folder for files with tokens: below `$XDG_RUNTIME_DIR` where that is private, else below the temporary folder, which
 * other users of the machine share. Throws UserError where somebody else could have made it.
 */
export const privateFolder = (runtimeDir = process.env.XDG_RUNTIME_DIR, temporary = tmpdir()): string => {
  const folder =
    runtimeDir !== undefined && isPrivate(statsOf(runtimeDir))
      ? join(runtimeDir, NAME)
      : join(temporary, `${NAME}-${process.getuid?.() ?? 'user'}`);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
  }
  if (!isPrivate(statsOf(folder))) {
    throw new UserError(
      `${folder} is not a folder that only you can use, so no tokens are written into it. Remove it, or choose another place with --write-kubeconfig=FILE.`,
    );
  }
  return folder;
};
