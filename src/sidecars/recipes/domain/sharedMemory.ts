import { t } from '../../findings/finding';
import { celFields } from '../cel';
import type { Recipe } from '../recipe';
import { equals, exists } from '../xpath';

export const sharedMemory: Recipe = {
  id: 'sharedMemory',
  version: 1,
  title: t('Shared memory for vhost-user'),
  does: t('Backs the guest’s memory with a memfd that other processes can share.'),
  category: 'device',
  hookPoint: 'onDefineDomain',
  parameters: [],
  native: {
    when: t(
      'Hugepages make memory a memfd, and a virtiofs file system or a passt interface makes it shared: with one of these no script is needed.',
    ),
    yaml: `spec:
  template:
    spec:
      domain:
        memory:
          hugepages:
            pageSize: 2Mi
`,
  },
  change: `def change(domain):
    memory = domain.find("memory")
    cpus = domain.find("vcpu")
    if memory is None or cpus is None:
        say("The domain has no memory or no vcpu.")
        return
    backing = child(domain, "memoryBacking")
    child(backing, "source").set("type", "memfd")
    child(backing, "access").set("mode", "shared")
    numa = child(child(domain, "cpu"), "numa")
    if numa.find("cell") is None:
        last = int(cpus.text) - 1
        attributes = {"id": "0", "cpus": "0-" + str(last) if last else "0", "memory": memory.text}
        ET.SubElement(numa, "cell", attributes).set("unit", memory.get("unit", "KiB"))
`,
  caveats: [t('All of the guest’s memory is shared with processes that get the file descriptor.')],
  documentation: 'https://libvirt.org/formatdomain.html#memory-backing',
  expectations: () => [
    equals('/domain/memoryBacking/source/@type', 'memfd'),
    equals('/domain/memoryBacking/access/@mode', 'shared'),
    exists('/domain/cpu/numa/cell'),
  ],
  cel: () => {
    const last = 'domainSpec.VCPU.Value == 1u ? "0" : "0-" + string(domainSpec.VCPU.Value - 1u)';
    const cell = `DomainCell{ID: 0u, CPUs: ${last}, Memory: domainSpec.Memory.Value, Unit: domainSpec.Memory.Unit}`;
    return `Domain{${celFields({
      MemoryBacking:
        'DomainMemoryBacking{MemorySource: DomainMemorySource{Type: "memfd"}, MemoryAccess: DomainMemoryAccess{Mode: "shared"}}',
      CPU: `has(domainSpec.CPU) && has(domainSpec.CPU.Numa) && domainSpec.CPU.Numa.Cell.size() > 0 ? DomainCPU{} : DomainCPU{Numa: DomainNuma{Cell: [${cell}]}}`,
    })}}`;
  },
};
