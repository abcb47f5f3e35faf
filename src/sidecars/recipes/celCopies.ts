import { celDevices, celFields, celText } from './cel';

interface Fields {
  /** Texts, lists, and numbers and objects that are not optional. */
  plain: readonly string[];
  objects?: readonly string[];
  optionalNumbers?: readonly string[];
}

/** What KubeVirt or another Plugin may have set. */
const FIELDS = {
  DomainDisk: {
    plain: ['Device', 'Model', 'SGIO', 'RawIO', 'Snapshot', 'Serial', 'WWN', 'Vendor', 'Product'],
    objects: [
      ...['Driver', 'Auth', 'Source', 'BackingStore', 'BlockIO', 'IOTune', 'Target', 'ReadOnly', 'Shareable'],
      ...['Boot', 'ACPI', 'Alias', 'Address'],
    ],
  },
  DomainDiskDriver: {
    plain: ['Name', 'Type', 'Cache', 'ErrorPolicy', 'IO', 'Discard', 'DetectZeros', 'IOMMU'],
    objects: ['IOThreads'],
    optionalNumbers: ['IOThread', 'Queues', 'QueueSize'],
  },
  DomainDiskTarget: { plain: ['Dev', 'Bus', 'Tray', 'Removable', 'RotationRate'] },
  DomainInterface: {
    plain: ['TrustGuestRXFilters', 'PortForward'],
    objects: [
      ...['MAC', 'Source', 'Boot', 'Target', 'Model', 'Driver', 'Backend', 'FilterRef', 'Teaming', 'Link'],
      ...['MTU', 'ROM', 'ACPI', 'Alias', 'Address'],
    ],
  },
  DomainInterfaceDriver: { plain: ['Name', 'Queues', 'RXQueueSize', 'TXQueueSize', 'IOMMU'] },
  DomainHostdev: {
    plain: ['Managed'],
    objects: [
      ...['SubsysUSB', 'SubsysSCSI', 'SubsysSCSIHost', 'SubsysPCI', 'SubsysMDev'],
      ...['Boot', 'ROM', 'ACPI', 'Alias', 'Address'],
    ],
  },
  DomainVideo: { plain: ['Model'], objects: ['Driver', 'ACPI', 'Alias', 'Address'] },
  DomainVideoModel: {
    plain: ['Type', 'Heads', 'Ram', 'VRam', 'VGAMem'],
    objects: ['Accel', 'Resolution'],
  },
  DomainWatchdog: { plain: ['Model', 'Action'], objects: ['ACPI', 'Alias', 'Address'] },
} satisfies Record<string, Fields>;

/** CEL by the name of the field that it sets; undefined keeps the old one. */
export type CelChanges = Readonly<Record<string, string | undefined>>;

/**
 * An object that is built anew from an old one, because lists are replaced as a whole. Reading an unset object or number
 * would give an empty one. Without `dyn`, a number could not be null.
 */
export const celCopy = (type: keyof typeof FIELDS, old: string, changes: CelChanges): string => {
  const { plain, objects = [], optionalNumbers = [] }: Fields = FIELDS[type];
  const kept = Object.fromEntries([
    ...plain.map((field) => [field, `${old}.${field}`] as const),
    ...objects.map((field) => [field, `has(${old}.${field}) ? ${old}.${field} : null`] as const),
    ...optionalNumbers.map((field) => [field, `has(${old}.${field}) ? dyn(${old}.${field}) : null`] as const),
  ]);
  const changed = Object.entries(changes).filter(([, value]) => value !== undefined);
  return `${type}{${celFields({ ...kept, ...Object.fromEntries(changed) })}}`;
};

/** Changes the devices `d` of a list that meet all conditions. */
export const celChanged = (
  list: string,
  type: keyof typeof FIELDS,
  conditions: readonly string[],
  changes: CelChanges,
): string =>
  celDevices(
    list,
    `domainSpec.Devices.${list}.map(d, ${conditions.join(' && ')} ? ${celCopy(type, 'd', changes)} : d)`,
  );

/** Whether the device `d` is the one with this name; one of the VM's own if the name is empty. */
export const celNamed = (name: string, prefixes: readonly string[] = ['']): string =>
  name === ''
    ? 'has(d.Alias) && d.Alias.Name.startsWith("ua-")'
    : `has(d.Alias) && d.Alias.Name in [${prefixes.map((prefix) => celText(`ua-${prefix}${name}`)).join(', ')}]`;

/** Whether the disk `d` is the one with this name; one that is no CD-ROM drive if the name is empty. */
export const celNamedDisk = (name: string): string =>
  `${celNamed(name)}${name === '' ? ' && d.Device == "disk"' : ''}`;
