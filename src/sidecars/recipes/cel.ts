/** A CEL string. JSON's escapes are CEL's too. YAML takes some characters for line breaks, and refuses others. */
export const celText = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u0080-\u009F\u2028\u2029\uFEFF]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Fields of a CEL object: `Name: value`. Those without a value are left out. */
export const celFields = (fields: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(fields)
    .filter((field): field is [string, string] => field[1] !== undefined)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');

/** A change of the devices of a kind. Lists are replaced as a whole. */
export const celDevices = (list: string, value: string): string =>
  `Domain{Devices: DomainDeviceList{${list}: ${value}}}`;

/** A device in the place of one that matches `isOld`, or in addition. */
export const celDevice = (list: string, isOld: string, device: string): string =>
  celDevices(list, `domainSpec.Devices.${list}.filter(d, !(${isOld})) + [${device}]`);
