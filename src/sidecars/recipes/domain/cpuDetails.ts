import { t } from '../../findings/finding';
import { numberOf, textOf } from '../parameter';
import { celFields, celText } from '../cel';
import type { Recipe } from '../recipe';
import { equals } from '../xpath';

export const cpuDetails: Recipe = {
  id: 'cpuDetails',
  version: 1,
  title: t('CPU cache, address bits and I/O APIC'),
  does: t('Sets details of the guest’s CPU that the VM has no field for.'),
  category: 'cpu',
  hookPoint: 'onDefineDomain',
  parameters: [
    {
      name: 'cache',
      label: t('CPU cache'),
      kind: 'choice',
      default: 'emulate',
      options: [
        { value: '', label: t('As it is') },
        { value: 'emulate', label: t('Emulate a level 3 cache') },
        { value: 'passthrough', label: t('The host’s cache; needs the CPU model host-passthrough') },
        { value: 'disable', label: t('None') },
      ],
    },
    {
      name: 'addressBits',
      label: t('Physical address bits'),
      help: t('0 leaves them as they are.'),
      kind: 'number',
      default: 0,
      min: 32,
      max: 52,
    },
    {
      name: 'ioapic',
      label: t('I/O APIC'),
      kind: 'choice',
      default: '',
      options: [
        { value: '', label: t('As it is') },
        { value: 'kvm', label: t('By KVM') },
        { value: 'qemu', label: t('By QEMU') },
      ],
    },
  ],
  native: {
    when: t(
      'CPU model and features, the hidden KVM signature and the Hyper-V vendor are fields of the VM: a guest that must not see its hypervisor needs no script.',
    ),
    yaml: `spec:
  template:
    spec:
      domain:
        cpu:
          model: host-passthrough
          features:
            - name: hypervisor
              policy: disable
        features:
          kvm:
            hidden: true
          hyperv:
            vendorid:
              vendorid: Acme
`,
  },
  change: `def change(domain):
    cpu = child(domain, "cpu")
    mode = PARAMETERS["cache"]
    if mode == "passthrough" and cpu.get("mode") not in ("host-passthrough", "maximum"):
        say("The host's cache needs the CPU model host-passthrough: the cache is left as it is.")
    elif mode:
        cache = child(cpu, "cache")
        cache.set("mode", mode)
        cache.attrib.pop("level", None)
        if mode == "emulate":
            cache.set("level", "3")
    if PARAMETERS["addressBits"]:
        bits = child(cpu, "maxphysaddr")
        bits.set("mode", "emulate")
        bits.set("bits", str(PARAMETERS["addressBits"]))
    if PARAMETERS["ioapic"]:
        child(child(domain, "features"), "ioapic").set("driver", PARAMETERS["ioapic"])
`,
  caveats: [
    t('A live migration needs a host with as many address bits.'),
    t('Physical address bits need libvirt 8.7 or later, which came with KubeVirt 1.0.'),
  ],
  documentation: 'https://libvirt.org/formatdomain.html#cpu-model-and-topology',
  expectations: (values) => {
    const [cache, ioapic] = [textOf(values, 'cache'), textOf(values, 'ioapic')];
    const bits = numberOf(values, 'addressBits');
    return [
      ...(cache === '' ? [] : [equals('/domain/cpu/cache/@mode', cache)]),
      ...(bits === 0 ? [] : [equals('/domain/cpu/maxphysaddr/@bits', bits)]),
      ...(ioapic === '' ? [] : [equals('/domain/features/ioapic/@driver', ioapic)]),
    ];
  },
  guestCommand: 'cat /sys/devices/system/cpu/cpu0/cache/index3/size',
  cel: (values) => {
    const [cache, ioapic] = [textOf(values, 'cache'), textOf(values, 'ioapic')];
    const bits = numberOf(values, 'addressBits');
    const newCache = `DomainCPUCache{${cache === 'emulate' ? 'Level: 3u, ' : ''}Mode: ${celText(cache)}}`;
    const cacheOf: Record<string, string | undefined> = {
      '': undefined,
      passthrough: `domainSpec.CPU.Mode in ["host-passthrough", "maximum"] ? ${newCache} : null`,
    };
    const cpu = celFields({
      Cache: cache in cacheOf ? cacheOf[cache] : newCache,
      MaxPhysAddr: bits === 0 ? undefined : `DomainCPUMaxPhysAddr{Mode: "emulate", Bits: ${bits}u}`,
    });
    return `Domain{${celFields({
      CPU: cpu === '' ? undefined : `DomainCPU{${cpu}}`,
      Features:
        ioapic === ''
          ? undefined
          : `DomainFeatureList{IOAPIC: DomainFeatureIOAPIC{Driver: ${celText(ioapic)}}}`,
    })}}`;
  },
};
