import { isAtLeast } from '../../featureGate/kubevirtVersion';

/**
 * The elements that KubeVirt's DomainSpec has a place for, by their parent; `@N` means from KubeVirt 1.N on. All others
 * are lost between two calls of a script. Only parents that scripts add to are listed.
 * Source: pkg/virt-launcher/virtwrap/api/schema.go of KubeVirt 1.3 to 1.9, compared. The type has a field for
 * qemu:commandline all the time, but it is only read back since kubevirt#18460, which is not in 1.9.
 */
const KEPT: Readonly<Record<string, string>> = {
  domain:
    'maxMemory memoryBacking os sysinfo devices clock resource metadata features cpu vcpus cputune numatune iothreads launchSecurity on_reboot@8 iommufd@9 qemu:commandline@10',
  'qemu:commandline': 'qemu:arg@10 qemu:env@10',
  memoryBacking: 'hugepages source access allocation nosharepages',
  os: 'type acpi smbios boot bootmenu bios loader nvram kernel initrd cmdline firmware@9',
  sysinfo: 'system bios baseBoard chassis',
  system: 'entry',
  bios: 'entry',
  baseBoard: 'entry',
  chassis: 'entry',
  clock: 'timer',
  features: 'acpi apic hyperv smm kvm pvspinlock pmu vmport@5',
  kvm: 'hidden hint-dedicated',
  hyperv:
    'relaxed vapic spinlocks vpindex runtime synic stimer reset vendor_id frequencies reenlightenment tlbflush ipi evmcs',
  cpu: 'model feature topology numa',
  cputune: 'vcpupin iothreadpin emulatorpin',
  numatune: 'memory memnode',
  devices:
    'emulator interface channel hostdev panic@6 controller video graphics memballoon disk input serial console watchdog rng filesystem redirdev sound tpm vsock memory iommu@9',
  disk: 'source target serial driver readonly auth alias backingStore boot address blockio shareable',
  interface:
    'address source target model mac mtu bandwidth boot link filterref alias driver rom acpi backend portForward',
  hostdev: 'source boot address alias driver@9 acpi@9',
  controller: 'driver alias address pcihole64@6 target@8',
  channel: 'source target',
  video: 'model',
  graphics: 'listen',
  input: 'alias address',
  serial: 'target source alias log',
  console: 'target source alias',
  watchdog: 'alias address',
  sound: 'alias',
  rng: 'backend address driver',
  memballoon: 'stats address driver',
  filesystem: 'source target driver binary',
  redirdev: 'source',
  tpm: 'backend',
  vsock: 'cid',
};

/** The release of KubeVirt 1 from which on `parent` keeps `tag`; undefined where it never does. */
const keptSince = (parent: string, tag: string): number | undefined => {
  const entry = KEPT[parent]?.split(' ').find((name) => name.split('@')[0] === tag);
  return entry === undefined ? undefined : Number(entry.split('@')[1] ?? 0);
};

const isDevice = (name: string): boolean => keptSince('devices', name) !== undefined;

/** Where an element belongs whose parent is not known. */
const parentOf = (tag: string): string | undefined => {
  const parents = ['devices', 'domain'].filter((parent) => keptSince(parent, tag) !== undefined);
  return parents.length === 1 ? parents[0] : undefined;
};

/**
 * The call of onDefineDomain in which a script meets again what it added in the call before; undefined where it never
 * does, or where that is not known.
 *
 * Call 2 gets newly generated XML in which only the devices, without the interfaces, come back from libvirt. Call 3,
 * which KubeVirt makes from 1.8 on when it adds PCI root ports, gets all of the result of call 2. Both only as far as
 * KubeVirt's schema has a place for it. Source: virtwrap/manager.go, allocateHotplugPorts, and a start of KubeVirt 1.8.4.
 */
export const meetsAgain = (
  added: { tag: string; parent: string | undefined },
  kubevirtVersion: string | undefined,
): 2 | 3 | undefined => {
  const { tag } = added;
  const parent = added.parent ?? parentOf(tag);
  const since = parent === undefined ? undefined : keptSince(parent, tag);
  if (parent === undefined || since === undefined) {
    return undefined;
  }
  if (since > 0 && isAtLeast(kubevirtVersion, 1, since) !== true) {
    return undefined;
  }
  const isInDevices = parent === 'devices' ? tag !== 'interface' : isDevice(parent) && parent !== 'interface';
  if (isInDevices) {
    return 2;
  }
  return isAtLeast(kubevirtVersion, 1, 8) === true ? 3 : undefined;
};
