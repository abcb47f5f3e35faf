/** A CEL string. JSON's escapes are CEL's too. */
export const celText = (text: string): string => JSON.stringify(text);

/** Fields of a CEL object: `Name: value`. Those without a value are left out. */
export const celFields = (fields: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(fields)
    .filter((field): field is [string, string] => field[1] !== undefined)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');

/** A change of the devices of a kind. Lists are replaced as a whole. */
export const celDevices = (list: string, value: string): string =>
  `Domain{Devices: DomainDeviceList{${list}: ${value}}}`;

const DISK_TEXTS = ['Device', 'Model', 'SGIO', 'RawIO', 'Snapshot', 'Serial', 'WWN', 'Vendor', 'Product'];
const DISK_OBJECTS = [
  'Driver',
  'Source',
  'BackingStore',
  'BlockIO',
  'IOTune',
  'Target',
  'ReadOnly',
  'Shareable',
  'Boot',
  'ACPI',
  'Address',
];

/**
 * Changes the disk with this name, or all disks but CD-ROM drives. Each disk is built anew, because lists are replaced as
 * a whole; reading an unset object would give an empty one.
 */
export const celDisks = (name: string, changes: Readonly<Record<string, string>>): string => {
  const isWanted =
    name === '' ? 'd.Device == "disk"' : `has(d.Alias) && d.Alias.Name == ${celText(`ua-${name}`)}`;
  const kept = Object.fromEntries([
    ...DISK_TEXTS.map((field) => [field, `d.${field}`] as const),
    ...[...DISK_OBJECTS, 'Alias'].map((field) => [field, `has(d.${field}) ? d.${field} : null`] as const),
  ]);
  return celDevices(
    'Disks',
    `domainSpec.Devices.Disks.map(d, ${isWanted} ? DomainDisk{${celFields({ ...kept, ...changes })}} : d)`,
  );
};
