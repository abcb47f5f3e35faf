import { t } from '../../findings/finding';
import { textOf } from '../parameter';
import { celFields, celText } from '../cel';
import { celChanged, celNamed } from '../celCopies';
import type { Recipe } from '../recipe';
import { equals } from '../xpath';

/** KubeVirt's names of host devices, by the kind of their entry in the VM. */
const PREFIXES = ['', 'gpu-', 'hostdevice-', 'sriov-'];

export const optionRom: Recipe = {
  id: 'optionRom',
  version: 1,
  title: t('Option ROM of a GPU or host device'),
  does: t('Gives a host device a ROM file of your own, or hides its ROM from the guest.'),
  category: 'device',
  hookPoint: 'onDefineDomain',
  parameters: [
    {
      name: 'device',
      label: t('Host device or GPU'),
      help: t('Its name in the VM. Without a name, all of them.'),
      kind: 'device',
      of: ['hostDevice'],
      default: '',
    },
    {
      name: 'bar',
      label: t('The guest sees the ROM'),
      kind: 'choice',
      default: 'on',
      options: [
        { value: 'on', label: t('Yes') },
        { value: 'off', label: t('No') },
      ],
    },
    {
      name: 'file',
      label: t('ROM file'),
      help: t('A path in the container compute. Without it, the device’s own ROM is used.'),
      kind: 'text',
      default: '',
      maxLength: 1024,
      pattern: { regExp: /^\//, says: t('An absolute path') },
    },
  ],
  change: `def change(domain):
    for device in named(domain, "hostdev", PARAMETERS["device"], ${PREFIXES.map((prefix) => JSON.stringify(prefix)).join(', ')}):
        rom = child(device, "rom")
        rom.attrib.pop("enabled", None)
        rom.set("bar", PARAMETERS["bar"])
        if PARAMETERS["file"]:
            rom.set("file", PARAMETERS["file"])
`,
  caveats: [
    t(
      'The file must be in the container compute, for example by a ConfigMap or disk of the VM. A live migration needs it on the target too.',
    ),
    t('A ConfigMap that holds a hook script cannot be a volume of the VM of the same name.'),
  ],
  documentation: 'https://libvirt.org/formatdomain.html#host-device-assignment',
  expectations: (values) => {
    const name = textOf(values, 'device');
    const condition =
      name === ''
        ? 'starts-with(alias/@name, "ua-")'
        : PREFIXES.map((prefix) => `alias/@name = "ua-${prefix}${name}"`).join(' or ');
    const rom = `/domain/devices/hostdev[${condition}]/rom`;
    const file = textOf(values, 'file');
    return [
      equals(`${rom}/@bar`, textOf(values, 'bar')),
      ...(file === '' ? [] : [equals(`${rom}/@file`, file)]),
    ];
  },
  cel: (values) => {
    const file = textOf(values, 'file');
    return celChanged('Hostdevs', 'DomainHostdev', [celNamed(textOf(values, 'device'), PREFIXES)], {
      ROM: `DomainROM{${celFields({
        Bar: celText(textOf(values, 'bar')),
        File: file === '' ? undefined : celText(file),
      })}}`,
    });
  },
};
