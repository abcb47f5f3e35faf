import type { LibvirtFactory } from '../cluster/kubevirt/libvirt/podLibvirt';
import { simulatedLibvirt } from '../cluster/kubevirt/libvirt/simulatedLibvirt';

/**
 * Gives each dump of a domain another title, as if somebody ran `virsh desc --title` in between, so that each refresh shows
 * new XML.
 */
export const retitledLibvirt: LibvirtFactory = () => {
  const libvirt = simulatedLibvirt();
  let dumps = 0;
  return {
    ...libvirt,
    virsh: async (args) => {
      const result = await libvirt.virsh(args);
      dumps += 1;
      return {
        ...result,
        stdout: result.stdout.replace('</uuid>\n', `</uuid>\n  <title>dump ${dumps}</title>\n`),
      };
    },
  };
};
