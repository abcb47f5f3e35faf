import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LibvirtFactory } from '../cluster/kubevirt/libvirt/podLibvirt';
import type { GuestImage } from './guest/guestImage';
import { makeFolder, writeLabFile } from './labFolder';
import { PodDomain } from './podDomain';
import { startPrivateLibvirt } from './privateLibvirt';

export interface LabLibvirt {
  /** Where everything of the lab is, this machine's paths of a pod's files included. */
  folder: string;
  forPod: LibvirtFactory;
  close: () => Promise<void>;
}

/**
 * A libvirt of the lab's own that runs every pod's domain as a real one. The guest's files are copied to where the
 * user that QEMU runs as can read them.
 */
export const startLabLibvirt = async (guest: GuestImage): Promise<LabLibvirt> => {
  const libvirt = await startPrivateLibvirt();
  const image = { kernel: join(libvirt.folder, 'vmlinuz'), initrd: join(libvirt.folder, 'initrd') };
  writeLabFile(image.kernel, readFileSync(guest.kernel));
  writeLabFile(image.initrd, readFileSync(guest.initrd));
  const podFolders = makeFolder(join(libvirt.folder, 'p'));
  let pods = 0;
  return {
    folder: libvirt.folder,
    forPod: () => {
      pods += 1;
      // Short, because the paths of sockets may not be long.
      return new PodDomain(libvirt, join(podFolders, String(pods)), image);
    },
    close: libvirt.close,
  };
};
