import { t } from '../../findings/finding';
import { linesOf } from '../parameter';
import { celText } from '../cel';
import type { Recipe } from '../recipe';
import { equals } from '../xpath';

export const qemuArguments: Recipe = {
  id: 'qemuArguments',
  version: 1,
  title: t('QEMU arguments'),
  does: t('Adds arguments to the command line of QEMU, for what libvirt has no element.'),
  category: 'device',
  hookPoint: 'onDefineDomain',
  parameters: [
    {
      name: 'arguments',
      label: t('Arguments'),
      help: t('One in a line, as QEMU gets them: an option and its value are two lines.'),
      kind: 'text',
      isMultiline: true,
      isRequired: true,
      default: '-fw_cfg\nname=opt/ovmf/X-PciMmio64Mb,string=65536',
      maxLength: 8192,
    },
  ],
  presets: [
    {
      title: t('Large PCI window, for a GPU with large BARs'),
      values: { arguments: '-fw_cfg\nname=opt/ovmf/X-PciMmio64Mb,string=65536' },
    },
    { title: t('Wait for a debugger on port 1234'), values: { arguments: '-gdb\ntcp:127.0.0.1:1234' } },
  ],
  native: {
    when: t(
      'Newer firmware sizes the PCI window by the address bits of the CPU. With the CPU model host-passthrough a large GPU may work without the argument: try that first.',
    ),
    yaml: `spec:
  template:
    spec:
      domain:
        cpu:
          model: host-passthrough
`,
  },
  change: `def change(domain):
    qemu = "{http://libvirt.org/schemas/domain/qemu/1.0}"
    line = child(domain, qemu + "commandline")
    wanted = lines(PARAMETERS["arguments"])
    there = [argument.get("value") for argument in line.findall(qemu + "arg")]
    starts = range(len(there) - len(wanted) + 1)
    if not any(there[start : start + len(wanted)] == wanted for start in starts):
        for value in wanted:
            ET.SubElement(line, qemu + "arg", value=value)
`,
  caveats: [
    t('libvirt does not check the arguments. QEMU does, when the VM starts.'),
    t('libvirt marks the domain as tainted.'),
  ],
  documentation: 'https://libvirt.org/drvqemu.html#pass-through-of-arbitrary-qemu-commands',
  expectations: (values) =>
    linesOf(values, 'arguments').map((line) => equals('/domain/qemu:commandline/qemu:arg/@value', line)),
  cel: (values) => {
    const wanted = linesOf(values, 'arguments');
    const old = 'domainSpec.QEMUCommandline.Args';
    const all = wanted.map((line) => `DomainQEMUCommandlineArg{Value: ${celText(line)}}`).join(', ');
    return `[${wanted.map(celText).join(', ')}].all(w, ${old}.exists(a, a.Value == w)) ? Domain{} : Domain{QEMUCommandline: DomainQEMUCommandline{Args: ${old} + [${all}]}}`;
  },
};
