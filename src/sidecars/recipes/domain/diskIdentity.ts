import { t } from '../../findings/finding';
import { textOf } from '../parameter';
import { celText } from '../cel';
import { celChanged, celCopy, celNamedDisk } from '../celCopies';
import type { Recipe } from '../recipe';
import { devicePath, equals } from '../xpath';
import { diskParameter } from './deviceParameters';

export const diskIdentity: Recipe = {
  id: 'diskIdentity',
  version: 1,
  title: t('SSD flag, WWN, vendor and product of a disk'),
  does: t('Sets what the guest reads about a SCSI or SATA disk.'),
  category: 'disk',
  hookPoint: 'onDefineDomain',
  parameters: [
    diskParameter,
    { name: 'isSolidState', label: t('The disk is an SSD'), kind: 'flag', default: true },
    {
      name: 'wwn',
      label: t('WWN'),
      help: t('16 hexadecimal digits. Name the disk: two disks must not have the same.'),
      kind: 'text',
      default: '',
      maxLength: 16,
      pattern: { regExp: /^[0-9a-f]{16}$/, says: t('16 hexadecimal digits, in lower case') },
    },
    {
      name: 'vendor',
      label: t('Vendor'),
      help: t('SCSI disks only.'),
      kind: 'text',
      default: '',
      maxLength: 8,
      pattern: { regExp: /^[\x20-\x7E]+$/, says: t('Printable ASCII characters') },
    },
    {
      name: 'product',
      label: t('Product'),
      help: t('SCSI disks only.'),
      kind: 'text',
      default: '',
      maxLength: 16,
      pattern: { regExp: /^[\x20-\x7E]+$/, says: t('Printable ASCII characters') },
    },
  ],
  native: {
    when: t('Serial number, sector sizes and error policy are fields of the disk.'),
    yaml: `spec:
  template:
    spec:
      domain:
        devices:
          disks:
            - name: data
              serial: D-0042
              errorPolicy: report
              blockSize:
                custom:
                  logical: 4096
                  physical: 4096
              disk:
                bus: scsi
`,
  },
  change: `def change(domain):
    found = [
        disk
        for disk in disks(domain, PARAMETERS["disk"])
        if child(disk, "target").get("bus") in ("scsi", "sata")
    ]
    if not found:
        say("Only disks on the bus scsi or sata have such properties.")
    if PARAMETERS["wwn"] and len(found) > 1:
        say("Name the disk that gets the WWN: two disks must not have the same.")
    for disk in found:
        if PARAMETERS["isSolidState"]:
            child(disk, "target").set("rotation_rate", "1")
        if PARAMETERS["wwn"] and len(found) == 1:
            set_text(disk, "wwn", PARAMETERS["wwn"])
        for property in ("vendor", "product"):
            if PARAMETERS[property] and child(disk, "target").get("bus") == "scsi":
                set_text(disk, property, PARAMETERS[property])
`,
  caveats: [
    t('Disks on the bus virtio have none of these properties.'),
    t('It is not applied to hot-plugged disks: scripts run only while a VM starts.'),
  ],
  documentation: 'https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms',
  expectations: (values) => {
    const disk = devicePath('disk', textOf(values, 'disk'), '[@device="disk"]');
    return [
      ...(values.isSolidState === true ? [equals(`${disk}/target/@rotation_rate`, 1)] : []),
      ...['wwn', 'vendor', 'product'].flatMap((name) => {
        const value = textOf(values, name);
        return value === '' ? [] : [equals(`${disk}/${name}`, value)];
      }),
    ];
  },
  guestCommand: 'cat /sys/block/sd*/queue/rotational',
  cel: (values) => {
    const [wwn, vendor, product] = [
      textOf(values, 'wwn'),
      textOf(values, 'vendor'),
      textOf(values, 'product'),
    ];
    const wanted = [
      celNamedDisk(textOf(values, 'disk')),
      'has(d.Target) && d.Target.Bus in ["scsi", "sata"]',
    ];
    const ofScsi = (value: string, old: string): string | undefined =>
      value === '' ? undefined : `d.Target.Bus == "scsi" ? ${celText(value)} : ${old}`;
    return celChanged('Disks', 'DomainDisk', wanted, {
      Target:
        values.isSolidState === true
          ? celCopy('DomainDiskTarget', 'd.Target', { RotationRate: '1u' })
          : undefined,
      // Two disks must not have the same.
      WWN:
        wwn === ''
          ? undefined
          : `domainSpec.Devices.Disks.filter(d, ${wanted.join(' && ')}).size() == 1 ? ${celText(wwn)} : d.WWN`,
      Vendor: ofScsi(vendor, 'd.Vendor'),
      Product: ofScsi(product, 'd.Product'),
    });
  },
};
