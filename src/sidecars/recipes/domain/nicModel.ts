import { t } from '../../findings/finding';
import { textOf } from '../parameter';
import { celText } from '../cel';
import { celChanged, celNamed } from '../celCopies';
import type { Recipe } from '../recipe';
import { devicePath, equals } from '../xpath';
import { interfaceParameter } from './deviceParameters';

export const nicModel: Recipe = {
  id: 'nicModel',
  version: 1,
  title: t('Network card that KubeVirt does not offer'),
  does: t('Gives guests that were moved from other platforms the network card that they have a driver for.'),
  category: 'network',
  hookPoint: 'onDefineDomain',
  parameters: [
    interfaceParameter,
    {
      name: 'model',
      label: t('Model'),
      kind: 'choice',
      default: 'vmxnet3',
      options: [
        { value: 'vmxnet3', label: 'vmxnet3 (VMware)' },
        { value: 'e1000-82544gc', label: 'e1000-82544gc (Intel)' },
        { value: 'tulip', label: 'tulip (DEC)' },
        { value: 'i82551', label: 'i82551 (Intel PRO/100)' },
      ],
    },
  ],
  native: {
    when: t(
      'e1000, e1000e, igb (from KubeVirt 1.4), ne2k_pci, pcnet, rtl8139 and virtio are models of the VM’s interfaces.',
    ),
    yaml: `spec:
  template:
    spec:
      domain:
        devices:
          interfaces:
            - name: default
              model: e1000e
              masquerade: {}
`,
  },
  change: `def change(domain):
    for interface in named(domain, "interface", PARAMETERS["interface"]):
        child(interface, "model").set("type", PARAMETERS["model"])
        driver = interface.find("driver")
        if driver is not None:
            interface.remove(driver)
`,
  caveats: [t('QEMU in the image must have the model. Few have more than vmxnet3.')],
  documentation: 'https://libvirt.org/formatdomain.html#setting-the-nic-model',
  expectations: (values) => [
    equals(`${devicePath('interface', textOf(values, 'interface'))}/model/@type`, textOf(values, 'model')),
  ],
  cel: (values) =>
    celChanged('Interfaces', 'DomainInterface', [celNamed(textOf(values, 'interface'))], {
      Model: `DomainInterfaceModel{Type: ${celText(textOf(values, 'model'))}}`,
      Driver: 'null',
    }),
};
