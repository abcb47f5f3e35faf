interface Known {
  attributes?: string[];
  children?: string[];
}

const known = (attributes: string, children = ''): Known => ({
  attributes: attributes.split(' ').filter((name) => name !== ''),
  children: children.split(' ').filter((name) => name !== ''),
});

const CHARDEV = { attributes: ['type'], children: ['target', 'source', 'alias', 'log'] };

/**
 * The elements of KubeVirt's DomainSpec in the order in which it writes them. Only these get from a hook script's output to
 * the next call: elements and attributes that are not listed are lost. An element without an entry keeps everything. The declaration
 * of the qemu namespace is lost too, as Go does not read it.
 * Source: pkg/virt-launcher/virtwrap/api/schema.go of KubeVirt.
 */
export const KNOWN_ELEMENTS: Record<string, Known> = {
  domain: known(
    'type',
    'name uuid memory currentMemory maxMemory memoryBacking os sysinfo devices clock resource metadata features cpu vcpu vcpus cputune numatune iothreads launchSecurity',
  ),
  memoryBacking: known('', 'hugepages source access allocation nosharepages'),
  os: known('', 'type acpi smbios boot bootmenu bios loader nvram kernel initrd cmdline'),
  'os/type': known('arch machine'),
  'os/loader': known('readonly secure type'),
  'os/nvram': known('template'),
  'os/bios': known('useserial'),
  'os/bootmenu': known('enable timeout'),
  sysinfo: known('type', 'system bios baseBoard chassis'),
  system: known('', 'entry'),
  'sysinfo/bios': known('', 'entry'),
  baseBoard: known('', 'entry'),
  chassis: known('', 'entry'),
  entry: known('name'),
  clock: known('offset timezone adjustment', 'timer'),
  timer: known('name tickpolicy present track frequency'),
  features: known('', 'acpi apic hyperv smm kvm pvspinlock pmu vmport'),
  'features/smm': known(''),
  kvm: known('', 'hidden hint-dedicated'),
  hyperv: known(
    'mode',
    'relaxed vapic spinlocks vpindex runtime synic stimer reset vendor_id frequencies reenlightenment tlbflush ipi evmcs',
  ),
  cpu: known('mode', 'model feature topology numa'),
  'cpu/model': known(''),
  'cpu/feature': known('name policy'),
  topology: known('sockets cores threads'),
  'domain/vcpu': known('placement'),
  cputune: known('', 'vcpupin iothreadpin emulatorpin'),
  numatune: known('', 'memory memnode'),
  devices: known(
    '',
    'emulator interface channel hostdev panic controller video graphics memballoon disk input serial console watchdog rng filesystem redirdev sound tpm vsock memory',
  ),
  interface: known(
    'type trustGuestRxFilters',
    'address source target model mac mtu bandwidth boot link filterref alias driver rom acpi backend portForward',
  ),
  'interface/source': known('network dev bridge mode', 'address'),
  'interface/target': known('dev managed'),
  'interface/driver': known('name queues iommu'),
  bandwidth: known(''),
  rom: known('enabled'),
  disk: known(
    'device snapshot type model',
    'source target serial driver readonly auth alias backingStore boot address blockio shareable',
  ),
  'disk/source': known('dev file startupPolicy protocol name', 'host reservations slices dataStore'),
  'disk/target': known('bus dev tray'),
  'disk/driver': known('cache error_policy io name type iothread queues discard iommu', 'iothreads'),
  backingStore: known('type', 'format source'),
  blockio: known('logical_block_size physical_block_size discard_granularity'),
  controller: known('type index model', 'driver alias address target pcihole64'),
  'controller/driver': known('iothread queues iommu'),
  'controller/target': known(''),
  hostdev: known('type managed mode model display ramfb', 'source boot address alias'),
  'hostdev/source': known('', 'address'),
  panic: known('model'),
  video: known('', 'model'),
  'video/model': known('type heads ram vram vgamem'),
  graphics: known('autoport defaultMode passwdValidTo port tlsPort type', 'listen'),
  listen: known('type address socket'),
  channel: known('type', 'source target'),
  'channel/source': known('mode path'),
  'channel/target': known('name type address port state'),
  serial: CHARDEV,
  'serial/source': known('mode path'),
  'serial/target': known('port'),
  console: { ...CHARDEV, children: ['target', 'source', 'alias'] },
  'console/source': known('mode path'),
  'console/target': known('type port'),
  address: known('type domain bus slot function controller target unit uuid device cssid ssid devno'),
  input: known('type bus model', 'alias address'),
  watchdog: known('model action', 'alias address'),
  rng: known('model', 'backend address driver'),
  'rng/backend': known('model'),
  'rng/driver': known('iommu'),
  filesystem: known('type accessMode', 'source target driver binary'),
  redirdev: known('type bus', 'source'),
  'redirdev/source': known('mode path'),
  sound: known('model', 'alias'),
  tpm: known('model', 'backend'),
  'tpm/backend': known('type version persistent_state'),
  vsock: known('model', 'cid'),
  memballoon: known('model freePageReporting', 'stats address driver'),
  stats: known('period'),
  alias: known('name'),
};
