import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { defaultValues, type ParameterValues } from './parameter';
import { pluginYaml } from './pluginYaml';
import { RECIPES } from './recipes';

const expression = (id: string, values: ParameterValues = {}): string | undefined => {
  const recipe = RECIPES.find((each) => each.id === id);
  return typeof recipe?.cel === 'function'
    ? recipe.cel({ ...defaultValues(recipe.parameters), ...values })
    : undefined;
};

// All, with all variants of values, were run by hand with the evaluator of KubeVirt 1.9 (cel-go 0.26, libvirtxml 1.12002):
// on recorded domains each makes the change of the script, and the same at the next call.
it.each<[string, ParameterValues, string]>([
  [
    'smbios',
    { boardManufacturer: 'A "B"\\' },
    'DomainSysInfoEntry{Name: "manufacturer", Value: "A \\"B\\"\\\\"}',
  ],
  [
    'smbios',
    { systemSku: 'S' },
    'Entry.filter(e, !(e.Name in ["sku"])) + [DomainSysInfoEntry{Name: "sku", Value: "S"}]',
  ],
  ['smbios', { oemStrings: 'a=1\nb' }, 'DomainSysInfoOEMStrings{Entry: ["a=1", "b"]}'],
  [
    'qemuArguments',
    { arguments: '-s' },
    'Args: domainSpec.QEMUCommandline.Args + [DomainQEMUCommandlineArg{Value: "-s"}]',
  ],
  ['diskIoLimits', { disk: 'root' }, 'd.Alias.Name in ["ua-root"] ? DomainDisk{'],
  [
    'diskIoLimits',
    { mebibytes: 2 },
    'IOTune: DomainDiskIOTune{TotalIopsSec: 1000u, TotalBytesSec: 2097152u}',
  ],
  ['display', { heads: 2 }, 'Heads: d.Model.Type == "virtio" || 2 == 1 ? 2u : d.Model.Heads, '],
  [
    'cpuDetails',
    { addressBits: 40, ioapic: 'kvm' },
    'MaxPhysAddr: DomainCPUMaxPhysAddr{Mode: "emulate", Bits: 40u}',
  ],
  ['cpuDetails', { cache: 'emulate' }, 'DomainCPU{Cache: DomainCPUCache{Level: 3u, Mode: "emulate"}'],
  [
    'cpuDetails',
    { cache: 'passthrough' },
    'domainSpec.CPU.Mode in ["host-passthrough", "maximum"] ? DomainCPUCache{Mode: "passthrough"} : null',
  ],
  [
    'cpuDetails',
    { cache: '', ioapic: 'qemu' },
    'Domain{Features: DomainFeatureList{IOAPIC: DomainFeatureIOAPIC{Driver: "qemu"}}}',
  ],
  [
    'display',
    { heads: 0, width: 0, memory: 64 },
    'VRam: d.Model.Type == "virtio" ? d.Model.VRam : 65536u, VGAMem',
  ],
  [
    'diskCache',
    { disk: 'root' },
    'DomainDiskDriver{Name: d.Driver.Name, Type: d.Driver.Type, Cache: "directsync"',
  ],
  ['diskCache', {}, 'Queues: has(d.Driver.Queues) ? dyn(d.Driver.Queues) : null'],
  ['nicRings', { queues: 3 }, '"vhost", Queues: 3u, RXQueueSize: 1024u'],
  ['watchdog', {}, '[DomainWatchdog{Model: "i6300esb", Action: "pause"'],
  ['watchdog', {}, 'Watchdogs.filter(d, d.Model != "i6300esb")'],
  ['sound', {}, 'Sounds.filter(d, !(d.Model == "ich6")) + [DomainSound{Model: "ich6"'],
  ['sharedMemory', {}, 'DomainCPU{Numa: DomainNuma{Cell: [DomainCell{'],
  // The name stays between two calls; the alias does not.
  ['vncClipboard', {}, 'd.Target.VirtIO.Name == "com.redhat.spice.0")) + [DomainChannel{'],
  ['sharedMemory', {}, 'MemorySource: DomainMemorySource{Type: "memfd"}'],
])('%s with %j has its change as CEL', (id, values, part) => {
  expect(expression(id, values)).toContain(part);
});

it('is one line, which a Plugin holds as it is', () => {
  const written =
    expression('smbios', { boardManufacturer: 'a: #"b\u2028c\u0085', oemStrings: 'x\ny' }) ?? '';
  expect(written).not.toContain('\n');
  // YAML 1.1, which Kubernetes reads, breaks lines there.
  expect(written).toContain('a: #\\"b\\u2028c\\u0085');
  expect(parse(pluginYaml('smbios', written))).toMatchObject({
    kind: 'Plugin',
    spec: {
      condition: '"sidecar-hooks.kubevirt.io/smbios" in vmi.Annotations',
      domainHooks: [{ cel: { expression: written } }],
    },
  });
});
