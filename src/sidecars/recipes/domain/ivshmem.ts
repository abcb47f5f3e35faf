import { t } from '../../findings/finding';
import { textOf } from '../parameter';
import { celDevice, celText } from '../cel';
import type { Recipe } from '../recipe';
import { equals } from '../xpath';

export const ivshmem: Recipe = {
  id: 'ivshmem',
  version: 1,
  title: t('Shared memory device (ivshmem)'),
  does: t('Adds a PCI device whose memory the guest shares with a process in its pod.'),
  category: 'device',
  hookPoint: 'onDefineDomain',
  parameters: [
    {
      name: 'name',
      label: t('Name'),
      help: t('The file in /dev/shm of the container compute.'),
      kind: 'text',
      isRequired: true,
      default: 'shared0',
      maxLength: 60,
      pattern: { regExp: /^[A-Za-z0-9_-]+$/, says: t('Letters, digits, hyphens and underscores') },
    },
    {
      name: 'size',
      label: t('Size'),
      kind: 'choice',
      default: '4',
      options: ['1', '2', '4', '8', '16', '32', '64', '128', '256'].map((size) => ({
        value: size,
        label: `${size} MiB`,
      })),
    },
  ],
  change: `def change(domain):
    memory = child(child(domain, "devices"), "shmem", name=PARAMETERS["name"])
    child(memory, "model").set("type", "ivshmem-plain")
    size = child(memory, "size")
    size.set("unit", "M")
    size.text = PARAMETERS["size"]
    child(memory, "alias").set("name", "ua-shmem-" + PARAMETERS["name"])
`,
  caveats: [
    t('The memory counts to the pod’s limit.'),
    t('What is in it does not go along with a live migration.'),
  ],
  documentation: 'https://libvirt.org/formatdomain.html#shared-memory-device',
  expectations: (values) => {
    const memory = `/domain/devices/shmem[@name="${textOf(values, 'name')}"]`;
    return [
      equals(`${memory}/model/@type`, 'ivshmem-plain'),
      equals(`${memory}/size`, textOf(values, 'size')),
    ];
  },
  guestCommand: 'grep -l 0x1110 /sys/bus/pci/devices/*/device',
  cel: (values) => {
    const name = textOf(values, 'name');
    return celDevice(
      'Shmems',
      `d.Name == ${celText(name)}`,
      `DomainShmem{Name: ${celText(name)}, Model: DomainShmemModel{Type: "ivshmem-plain"}, Size: DomainShmemSize{Value: ${textOf(values, 'size')}u, Unit: "M"}, Alias: DomainAlias{Name: ${celText(`ua-shmem-${name}`)}}}`,
    );
  },
};
