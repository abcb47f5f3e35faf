import { t } from '../../findings/finding';
import { numberOf, textOf } from '../parameter';
import { celFields } from '../cel';
import { celChanged, celNamedDisk } from '../celCopies';
import type { Recipe } from '../recipe';
import { devicePath, equals } from '../xpath';
import { diskParameter } from './deviceParameters';

const MIB = 1024 * 1024;

export const diskIoLimits: Recipe = {
  id: 'diskIoLimits',
  version: 1,
  title: t('Disk I/O limits'),
  does: t('Limits how much a disk reads and writes in a second.'),
  category: 'disk',
  hookPoint: 'onDefineDomain',
  parameters: [
    diskParameter,
    {
      name: 'iops',
      label: t('Operations per second'),
      help: t('0 means no limit.'),
      kind: 'number',
      default: 1000,
      min: 1,
      max: 10_000_000,
    },
    {
      name: 'mebibytes',
      label: t('Throughput'),
      help: t('0 means no limit.'),
      kind: 'number',
      default: 0,
      min: 1,
      max: 1_000_000,
      unit: 'MiB/s',
    },
  ],
  native: {
    when: t(
      'KubeVirt has no field for it. Where the storage driver supports it, a VolumeAttributesClass limits the volume itself, for hot-plugged disks too.',
    ),
    yaml: `apiVersion: v1
kind: PersistentVolumeClaim
spec:
  volumeAttributesClassName: silver
`,
  },
  change: `def change(domain):
    limits = {
        "total_iops_sec": PARAMETERS["iops"],
        "total_bytes_sec": PARAMETERS["mebibytes"] * 1024 * 1024,
    }
    for disk in disks(domain, PARAMETERS["disk"]):
        for limit, value in limits.items():
            if value:
                set_text(child(disk, "iotune"), limit, str(value))
`,
  caveats: [t('It is not applied to hot-plugged disks: scripts run only while a VM starts.')],
  documentation: 'https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms',
  expectations: (values) => {
    const disk = devicePath('disk', textOf(values, 'disk'), '[@device="disk"]');
    const limits: [string, number][] = [
      ['total_iops_sec', numberOf(values, 'iops')],
      ['total_bytes_sec', numberOf(values, 'mebibytes') * MIB],
    ];
    return limits
      .filter(([, value]) => value > 0)
      .map(([limit, value]) => equals(`${disk}/iotune/${limit}`, value));
  },
  cel: (values) => {
    const limit = (value: number): string | undefined => (value > 0 ? `${value}u` : undefined);
    const limits = celFields({
      TotalIopsSec: limit(numberOf(values, 'iops')),
      TotalBytesSec: limit(numberOf(values, 'mebibytes') * MIB),
    });
    return celChanged('Disks', 'DomainDisk', [celNamedDisk(textOf(values, 'disk'))], {
      IOTune: limits === '' ? undefined : `DomainDiskIOTune{${limits}}`,
    });
  },
};
