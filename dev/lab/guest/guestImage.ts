import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const INIT_SCRIPT = resolve(import.meta.dirname, 'init.sh');

/** The files that a guest boots from. */
export interface GuestImage {
  kernel: string;
  initrd: string;
}

/** The folder of the guest for the current state of the sources. */
export const guestFolder = (): string => {
  const hash = createHash('sha256');
  for (const file of [INIT_SCRIPT, resolve(import.meta.dirname, 'buildGuest.ts')]) {
    hash.update(readFileSync(file));
  }
  return resolve(import.meta.dirname, '../../../.cache/lab', `guest-${hash.digest('hex').slice(0, 12)}`);
};

/** The guest, if it has been built. */
export const builtGuest = (): GuestImage | undefined => {
  const image = { kernel: join(guestFolder(), 'vmlinuz'), initrd: join(guestFolder(), 'initrd.gz') };
  return existsSync(image.kernel) && existsSync(image.initrd) ? image : undefined;
};
