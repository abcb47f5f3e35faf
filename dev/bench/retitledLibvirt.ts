import type { LibvirtFactory } from '../cluster/kubevirt/libvirt/podLibvirt';
import { simulatedLibvirt } from '../cluster/kubevirt/libvirt/simulatedLibvirt';

/**
 * Domains that have another title each time they are dumped, as if somebody ran `virsh desc --title` in between: who
 * reads the XML again gets another one, and can tell which one is shown.
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
