import { t } from '../../findings/finding';
import { linesOf, textOf, type Parameter } from '../parameter';
import { celFields, celText } from '../cel';
import type { Recipe } from '../recipe';
import { equals } from '../xpath';

const field = (name: string, label: string, byDefault = ''): Parameter => ({
  name,
  label,
  kind: 'text',
  default: byDefault,
  maxLength: 255,
});

/** The parameters, and the sections and entries that they set. */
const ENTRIES: readonly (readonly [name: string, section: string, entry: string])[] = [
  ['boardManufacturer', 'baseBoard', 'manufacturer'],
  ['boardProduct', 'baseBoard', 'product'],
  ['boardVersion', 'baseBoard', 'version'],
  ['boardSerial', 'baseBoard', 'serial'],
  ['boardAsset', 'baseBoard', 'asset'],
  ['systemManufacturer', 'system', 'manufacturer'],
  ['systemProduct', 'system', 'product'],
  ['systemVersion', 'system', 'version'],
  ['systemSku', 'system', 'sku'],
  ['systemFamily', 'system', 'family'],
];

export const smbios: Recipe = {
  id: 'smbios',
  version: 1,
  title: t('SMBIOS strings'),
  does: t('Sets what the guest reads about its board and its maker, for example for software licences.'),
  category: 'identity',
  hookPoint: 'onDefineDomain',
  parameters: [
    field('boardManufacturer', t('Baseboard: manufacturer'), 'Radical Edward'),
    field('boardProduct', t('Baseboard: product')),
    field('boardVersion', t('Baseboard: version')),
    field('boardSerial', t('Baseboard: serial number')),
    field('boardAsset', t('Baseboard: asset tag')),
    field('systemManufacturer', t('System: manufacturer')),
    field('systemProduct', t('System: product')),
    field('systemVersion', t('System: version')),
    field('systemSku', t('System: SKU number')),
    field('systemFamily', t('System: family')),
    {
      name: 'oemStrings',
      label: t('OEM strings'),
      help: t('One in a line.'),
      kind: 'text',
      isMultiline: true,
      default: '',
      maxLength: 4096,
    },
  ],
  native: {
    when: t(
      'Chassis, serial number and UUID are fields of the VM. For the activation of OEM Windows, the ACPI tables SLIC (from KubeVirt 1.3) and MSDM (from 1.6) are what it reads.',
    ),
    yaml: `spec:
  template:
    spec:
      domain:
        chassis:
          manufacturer: Acme
          serial: C-0042
        firmware:
          serial: S-0042
          acpi:
            msdmNameRef: windows-key # a volume of the VM with a secret
`,
  },
  change: `def change(domain):
    child(child(domain, "os"), "smbios").set("mode", "sysinfo")
    info = child(domain, "sysinfo", type="smbios")
    for parameter, section, entry in (
${ENTRIES.map((entry) => `        (${entry.map((word) => JSON.stringify(word)).join(', ')}),`).join('\n')}
    ):
        if PARAMETERS[parameter]:
            set_text(child(info, section), "entry", PARAMETERS[parameter], name=entry)
    strings = lines(PARAMETERS["oemStrings"])
    if strings:
        oem = child(info, "oemStrings")
        there = [entry.text for entry in oem.findall("entry")]
        for string in strings:
            if string not in there:
                ET.SubElement(oem, "entry").text = string
`,
  caveats: [
    t('Windows may ask for activation again when its hardware has another name.'),
    t('Some updates and drivers look at the manufacturer, and refuse one that they do not expect.'),
  ],
  documentation: 'https://libvirt.org/formatdomain.html#smbios-system-information',
  expectations: (values) => [
    ...ENTRIES.flatMap(([name, section, entry]) => {
      const value = textOf(values, name);
      return value === '' ? [] : [equals(`/domain/sysinfo/${section}/entry[@name="${entry}"]`, value)];
    }),
    ...linesOf(values, 'oemStrings').map((line) => equals('/domain/sysinfo/oemStrings/entry', line)),
  ],
  guestCommand: 'cat /sys/class/dmi/id/board_vendor',
  cel: (values) => {
    const set = (section: string): string[] =>
      ENTRIES.filter(([name, of]) => of === section && textOf(values, name) !== '').map(
        ([name, , entry]) =>
          `DomainSysInfoEntry{Name: ${celText(entry)}, Value: ${celText(textOf(values, name))}}`,
      );
    const board = set('baseBoard');
    const system = set('system');
    const names = ENTRIES.filter(([name, of]) => of === 'system' && textOf(values, name) !== '').map(
      ([, , entry]) => celText(entry),
    );
    const old = 'domainSpec.SysInfo[0].SMBIOS';
    const oem = linesOf(values, 'oemStrings').map(celText);
    return `Domain{${celFields({
      OS: 'DomainOS{SMBios: DomainSMBios{Mode: "sysinfo"}}',
      // The list is replaced: what is not carried over is lost, for example the UUID.
      SysInfo: `[DomainSysInfo{SMBIOS: DomainSysInfoSMBIOS{${celFields({
        BIOS: `has(${old}.BIOS) ? ${old}.BIOS : null`,
        System:
          system.length === 0
            ? `${old}.System`
            : `DomainSysInfoSystem{Entry: ${old}.System.Entry.filter(e, !(e.Name in [${names.join(', ')}])) + [${system.join(', ')}]}`,
        BaseBoard:
          board.length === 0 ? `${old}.BaseBoard` : `[DomainSysInfoBaseBoard{Entry: [${board.join(', ')}]}]`,
        Chassis: `has(${old}.Chassis) ? ${old}.Chassis : null`,
        OEMStrings: oem.length === 0 ? undefined : `DomainSysInfoOEMStrings{Entry: [${oem.join(', ')}]}`,
      })}}}]`,
    })}}`;
  },
};
