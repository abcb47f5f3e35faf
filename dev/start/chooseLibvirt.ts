import { buildGuest } from '../lab/guest/buildGuest';
import { builtGuest } from '../lab/guest/guestImage';
import { startLabLibvirt, type LabLibvirt } from '../lab/labLibvirt';
import { missingTools } from '../lab/tools';
import type { StartOptions } from './options';
import { UserError } from '../base/userError';

/** Starts a real libvirt for the cluster's VMs; undefined means a simulated one. */
export type LaunchLibvirt = (() => Promise<LabLibvirt>) | undefined;

const launchBuilt = async (): Promise<LabLibvirt> => startLabLibvirt(builtGuest() ?? (await buildGuest()));

/**
 * Chooses a real or a simulated libvirt. `--libvirt` requires the real one, `--no-libvirt` forbids it; by default it is used
 * if `npm run lab` has prepared the machine. Throws UserError if a required one cannot be used.
 */
export const chooseLibvirt = ({ libvirt, vms }: Pick<StartOptions, 'libvirt' | 'vms'>): LaunchLibvirt => {
  if (libvirt === false) {
    return undefined;
  }
  const { programs } = missingTools(libvirt === true && builtGuest() === undefined);
  if (libvirt === undefined) {
    return vms === 0 && programs.length === 0 && builtGuest() !== undefined ? launchBuilt : undefined;
  }
  if (vms > 0) {
    throw new UserError('--vms does not go with --libvirt: each running VM is a QEMU process.');
  }
  if (programs.length > 0) {
    throw new UserError(
      `--libvirt needs ${programs.join(', ')}: \`npm run lab\` installs what is missing on Debian, after asking.`,
    );
  }
  return launchBuilt;
};
