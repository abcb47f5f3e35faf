import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LibvirtFactory } from '../cluster/kubevirt/libvirt/podLibvirt';
import type { GuestImage } from './guest/guestImage';
import { makeFolder, writeLabFile } from './labFolder';
import { PodDomain } from './podDomain';
import { startPrivateLibvirt } from './privateLibvirt';

export interface LabLibvirt {
  /** Contains everything of the lab, including the files of its pods. */
  folder: string;
  forPod: LibvirtFactory;
  close: () => Promise<void>;
}

/**
 * Starts the lab's own libvirt, which runs a real domain for every pod. The guest's files are copied to a folder that QEMU's
 * user can read.
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
      // A short name, because socket paths have a limited length.
      return new PodDomain(libvirt, join(podFolders, String(pods)), image);
    },
    close: libvirt.close,
  };
};
