import { t } from '../../findings/finding';
import { isX86 } from '../isX86';
import { numberOf } from '../parameter';
import { celDevice } from '../cel';
import type { Recipe } from '../recipe';
import { equals } from '../xpath';

const KIB = 1024 * 1024;

export const pciHole: Recipe = {
  id: 'pciHole',
  version: 1,
  title: t('64-bit PCI window for legacy guests'),
  does: t('Removes the window for PCI devices above 4 GiB, which old systems crash on, or sets its size.'),
  category: 'guest',
  hookPoint: 'onDefineDomain',
  parameters: [
    {
      name: 'gibibytes',
      label: t('Size'),
      help: t('0 means none.'),
      kind: 'number',
      default: 0,
      min: 1,
      max: 1024,
      unit: 'GiB',
    },
  ],
  native: {
    since: '1.6',
    when: t('To have none, an annotation is enough. Only another size needs a script.'),
    yaml: `spec:
  template:
    metadata:
      annotations:
        kubevirt.io/disablePCIHole64: "true"
`,
  },
  nativeField: (values, vm) =>
    numberOf(values, 'gibibytes') === 0 && isX86(vm)
      ? {
          path: ['spec', 'template', 'metadata', 'annotations', 'kubevirt.io/disablePCIHole64'],
          value: 'true',
        }
      : undefined,
  change: `def change(domain):
    kind = domain.find("./os/type")
    machine = "" if kind is None else kind.get("machine", "")
    if "q35" not in machine and not machine.startswith("pc"):
        say("The machine type " + (machine or "of the VM") + " has no such window.")
        return
    model = "pcie-root" if "q35" in machine else "pci-root"
    root = child(child(domain, "devices"), "controller", type="pci", index="0", model=model)
    hole = child(root, "pcihole64")
    hole.set("unit", "KiB")
    hole.text = str(PARAMETERS["gibibytes"] * 1024 * 1024)
`,
  caveats: [t('GPUs with large BARs need the window.')],
  documentation: 'https://libvirt.org/formatdomain.html#controllers',
  expectations: (values) => [
    equals(
      '/domain/devices/controller[@type="pci"][@index="0"]/pcihole64',
      numberOf(values, 'gibibytes') * KIB,
    ),
  ],
  cel: (values) => {
    const machine = 'domainSpec.OS.Type.Machine';
    return `${machine}.contains("q35") || ${machine}.startsWith("pc") ? ${celDevice(
      'Controllers',
      'd.Type == "pci" && has(d.Index) && d.Index == 0u',
      `DomainController{Type: "pci", Index: 0u, Model: ${machine}.contains("q35") ? "pcie-root" : "pci-root", PCI: DomainControllerPCI{Hole64: DomainControllerPCIHole64{Size: ${numberOf(values, 'gibibytes') * KIB}u, Unit: "KiB"}}}`,
    )} : Domain{}`;
  },
};
