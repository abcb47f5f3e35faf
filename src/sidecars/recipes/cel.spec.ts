import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { defaultValues, type ParameterValues } from './parameter';
import { pluginYaml } from './pluginYaml';
import { RECIPES } from './recipes';

const expression = (id: string, values: ParameterValues = {}): string | undefined => {
  const recipe = RECIPES.find((each) => each.id === id);
  return recipe?.cel?.({ ...defaultValues(recipe.parameters), ...values });
};

// Each was compiled with cel-go 0.26 and the types of libvirtxml 1.12002; without those for disks, run too.
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
  ['qemuArguments', { arguments: '-s' }, 'Args: [DomainQEMUCommandlineArg{Value: "-s"}]'],
  ['diskIoLimits', { disk: 'root' }, 'd.Alias.Name == "ua-root" ? DomainDisk{'],
  [
    'diskIoLimits',
    { mebibytes: 2 },
    'IOTune: DomainDiskIOTune{TotalIopsSec: 1000u, TotalBytesSec: 2097152u}',
  ],
  [
    'display',
    { heads: 2 },
    'Heads: 2u, VRam: v.Model.VRam, Resolution: DomainVideoResolution{X: 1920u, Y: 1080u}',
  ],
  [
    'cpuDetails',
    { addressBits: 40, ioapic: 'kvm' },
    'MaxPhysAddr: DomainCPUMaxPhysAddr{Mode: "emulate", Bits: 40u}',
  ],
  ['cpuDetails', { cache: 'emulate' }, 'DomainCPU{Cache: DomainCPUCache{Level: 3u, Mode: "emulate"}'],
  ['cpuDetails', { cache: 'passthrough' }, 'DomainCPU{Cache: DomainCPUCache{Mode: "passthrough"}'],
  [
    'cpuDetails',
    { cache: '', ioapic: 'qemu' },
    'Domain{Features: DomainFeatureList{IOAPIC: DomainFeatureIOAPIC{Driver: "qemu"}}}',
  ],
  ['display', { heads: 0, width: 0, memory: 64 }, 'Heads: v.Model.Heads, VRam: 65536u}'],
  ['watchdog', {}, '[DomainWatchdog{Model: "i6300esb", Action: "pause"}]'],
  ['sound', {}, '[DomainSound{Model: "ich6"}]'],
  ['sharedMemory', {}, 'MemorySource: DomainMemorySource{Type: "memfd"}'],
  ['vncClipboard', {}, 'domainSpec.Devices.Channels.exists('],
])('%s with %j has its change as CEL', (id, values, part) => {
  expect(expression(id, values)).toContain(part);
});

it('is one line, which a Plugin holds as it is', () => {
  const written = expression('smbios', { boardManufacturer: 'a: #"b', oemStrings: 'x\ny' }) ?? '';
  expect(written).not.toContain('\n');
  expect(parse(pluginYaml('smbios', written))).toMatchObject({
    kind: 'Plugin',
    spec: {
      condition: '"sidecar-hooks.kubevirt.io/smbios" in vmi.Annotations',
      domainHooks: [{ cel: { expression: written } }],
    },
  });
});
