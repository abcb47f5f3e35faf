import { t } from '../../findings/finding';
import { textOf } from '../parameter';
import { celText } from '../cel';
import { celChanged, celCopy, celNamedDisk } from '../celCopies';
import type { Recipe } from '../recipe';
import { devicePath, equals } from '../xpath';
import { diskParameter } from './deviceParameters';

export const diskCache: Recipe = {
  id: 'diskCache',
  version: 1,
  title: t('Disk cache and I/O mode'),
  does: t('Sets a cache or I/O mode of a disk that the VM has no value for.'),
  category: 'disk',
  hookPoint: 'onDefineDomain',
  parameters: [
    diskParameter,
    {
      name: 'cache',
      label: t('Cache'),
      kind: 'choice',
      default: 'directsync',
      options: [
        { value: '', label: t('As it is') },
        { value: 'directsync', label: t('directsync: no cache, each write is on the disk') },
        { value: 'unsafe', label: t('unsafe: fastest, loses data when the host fails') },
      ],
    },
    {
      name: 'io',
      label: t('I/O mode'),
      kind: 'choice',
      default: '',
      options: [
        { value: '', label: t('As it is') },
        { value: 'io_uring', label: t('io_uring: needs a kernel and a QEMU with it') },
      ],
    },
  ],
  native: {
    when: t(
      'The cache modes none, writethrough and writeback and the I/O modes native and threads are fields of the disk.',
    ),
    yaml: `spec:
  template:
    spec:
      domain:
        devices:
          disks:
            - name: data
              cache: writeback
              io: threads
`,
  },
  change: `def change(domain):
    for disk in disks(domain, PARAMETERS["disk"]):
        for mode in ("cache", "io"):
            if PARAMETERS[mode]:
                child(disk, "driver").set(mode, PARAMETERS[mode])
`,
  caveats: [
    t('KubeVirt does not let a VM migrate live whose cache could lose writes. It does not know of this one.'),
    t('It is not applied to hot-plugged disks: scripts run only while a VM starts.'),
  ],
  documentation: 'https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms',
  expectations: (values) => {
    const driver = `${devicePath('disk', textOf(values, 'disk'), '[@device="disk"]')}/driver`;
    return ['cache', 'io'].flatMap((mode) => {
      const value = textOf(values, mode);
      return value === '' ? [] : [equals(`${driver}/@${mode}`, value)];
    });
  },
  cel: (values) => {
    const [disk, cache, io] = [textOf(values, 'disk'), textOf(values, 'cache'), textOf(values, 'io')];
    return celChanged('Disks', 'DomainDisk', [celNamedDisk(disk)], {
      Driver: celCopy('DomainDiskDriver', 'd.Driver', {
        Cache: cache === '' ? undefined : celText(cache),
        IO: io === '' ? undefined : celText(io),
      }),
    });
  },
};
