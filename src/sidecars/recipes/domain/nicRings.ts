import { t } from '../../findings/finding';
import { numberOf, textOf } from '../parameter';
import { celChanged, celCopy, celNamed } from '../celCopies';
import type { Recipe } from '../recipe';
import { devicePath, equals } from '../xpath';
import { isMultiqueueEnough } from './isMultiqueueEnough';
import { interfaceParameter } from './deviceParameters';

export const nicRings: Recipe = {
  id: 'nicRings',
  version: 1,
  title: t('Queues and ring size of a network interface'),
  does: t('Sets how many packets wait in a virtio interface before some are lost, and in how many queues.'),
  category: 'network',
  hookPoint: 'onDefineDomain',
  parameters: [
    interfaceParameter,
    {
      name: 'receiveRing',
      label: t('Receive ring'),
      kind: 'choice',
      default: '1024',
      options: [
        { value: '', label: t('As it is') },
        { value: '256', label: '256' },
        { value: '512', label: '512' },
        { value: '1024', label: '1024' },
      ],
    },
    {
      name: 'queues',
      label: t('Queues'),
      help: t(
        'Fewer than the VM has CPUs, with networkInterfaceMultiqueue in the VM. 0 leaves them as they are.',
      ),
      kind: 'number',
      default: 0,
      min: 1,
      max: 256,
    },
  ],
  native: {
    when: t('As many queues as the VM has CPUs are one field of the VM.'),
    yaml: `spec:
  template:
    spec:
      domain:
        devices:
          networkInterfaceMultiqueue: true
`,
  },
  nativeField: (values, vm) =>
    textOf(values, 'receiveRing') === '' &&
    isMultiqueueEnough(vm, textOf(values, 'interface'), numberOf(values, 'queues'))
      ? {
          path: ['spec', 'template', 'spec', 'domain', 'devices', 'networkInterfaceMultiqueue'],
          value: true,
        }
      : undefined,
  change: `def change(domain):
    for interface in named(domain, "interface", PARAMETERS["interface"]):
        model = interface.find("model")
        if model is None or not model.get("type", "").startswith("virtio"):
            say("Only virtio interfaces have queues and rings.")
            continue
        driver = child(interface, "driver")
        if PARAMETERS["receiveRing"]:
            driver.set("rx_queue_size", PARAMETERS["receiveRing"])
        if PARAMETERS["queues"]:
            driver.set("name", "vhost")
            driver.set("queues", str(PARAMETERS["queues"]))
`,
  caveats: [
    t('The send ring of such interfaces has 256 entries: QEMU takes no other size.'),
    t('More queues than KubeVirt made for the interface stop the VM from starting.'),
  ],
  documentation: 'https://libvirt.org/formatdomain.html#setting-nic-driver-specific-options',
  expectations: (values) => {
    const driver = `${devicePath('interface', textOf(values, 'interface'))}/driver`;
    const ring = textOf(values, 'receiveRing');
    const queues = numberOf(values, 'queues');
    return [
      ...(ring === '' ? [] : [equals(`${driver}/@rx_queue_size`, ring)]),
      ...(queues === 0 ? [] : [equals(`${driver}/@queues`, queues)]),
    ];
  },
  guestCommand: 'ethtool -g eth0; ethtool -l eth0',
  cel: (values) => {
    const [ring, queues] = [textOf(values, 'receiveRing'), numberOf(values, 'queues')];
    const isVirtio = 'has(d.Model) && d.Model.Type.startsWith("virtio")';
    return celChanged('Interfaces', 'DomainInterface', [celNamed(textOf(values, 'interface')), isVirtio], {
      Driver: celCopy('DomainInterfaceDriver', 'd.Driver', {
        RXQueueSize: ring === '' ? undefined : `${ring}u`,
        ...(queues === 0 ? {} : { Name: '"vhost"', Queues: `${queues}u` }),
      }),
    });
  },
};
