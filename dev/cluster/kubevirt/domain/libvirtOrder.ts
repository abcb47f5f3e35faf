import { childElements, isElement, type XmlElement } from './xmlTree';

/** The order in which libvirt prints what it knows. Sections of a domain and devices that it does not know are dropped. */
const sections = [
  'name',
  'uuid',
  'genid',
  'title',
  'description',
  'metadata',
  'maxMemory',
  'memory',
  'currentMemory',
  'blkiotune',
  'memtune',
  'memoryBacking',
  'vcpu',
  'vcpus',
  'iothreads',
  'iothreadids',
  'defaultiothread',
  'cputune',
  'numatune',
  'resource',
  'sysinfo',
  'bootloader',
  'bootloader_args',
  'os',
  'idmap',
  'features',
  'cpu',
  'clock',
  'on_poweroff',
  'on_reboot',
  'on_crash',
  'on_lockfailure',
  'pm',
  'perf',
  'devices',
  'seclabel',
  'launchSecurity',
  'keywrap',
  'qemu:commandline',
  'qemu:capabilities',
  'qemu:override',
  'qemu:deprecation',
];

const devices = [
  'emulator',
  'disk',
  'controller',
  'lease',
  'filesystem',
  'interface',
  'smartcard',
  'serial',
  'parallel',
  'console',
  'channel',
  'input',
  'tpm',
  'graphics',
  'sound',
  'audio',
  'video',
  'hostdev',
  'redirdev',
  'redirfilter',
  'hub',
  'watchdog',
  'memballoon',
  'rng',
  'nvram',
  'panic',
  'shmem',
  'memory',
  'iommu',
  'vsock',
  'crypto',
];

const childOrder: Record<string, string[]> = {
  os: [
    'type',
    'firmware',
    'loader',
    'nvram',
    'kernel',
    'initrd',
    'cmdline',
    'dtb',
    'acpi',
    'boot',
    'bootmenu',
    'smbios',
    'bios',
  ],
  sysinfo: ['bios', 'system', 'baseBoard', 'chassis', 'oemStrings'],
  cpu: ['model', 'vendor', 'topology', 'cache', 'maxphysaddr', 'feature', 'numa'],
  features: [
    'acpi',
    'apic',
    'pae',
    'hap',
    'viridian',
    'privnet',
    'hyperv',
    'kvm',
    'xen',
    'pvspinlock',
    'pmu',
    'vmport',
    'gic',
    'smm',
    'ioapic',
    'hpt',
    'vmcoreinfo',
    'htm',
    'msrs',
  ],
  disk: [
    'driver',
    'auth',
    'source',
    'backingStore',
    'mirror',
    'geometry',
    'blockio',
    'target',
    'iotune',
    'readonly',
    'shareable',
    'transient',
    'serial',
    'wwn',
    'vendor',
    'product',
    'encryption',
    'boot',
    'alias',
    'address',
  ],
  interface: [
    'mac',
    'source',
    'virtualport',
    'filterref',
    'bandwidth',
    'vlan',
    'target',
    'guest',
    'script',
    'model',
    'driver',
    'backend',
    'link',
    'mtu',
    'teaming',
    'port',
    'coalesce',
    'boot',
    'alias',
    'rom',
    'acpi',
    'address',
  ],
  controller: ['driver', 'master', 'model', 'target', 'pcihole64', 'alias', 'address'],
  hostdev: ['driver', 'source', 'teaming', 'readonly', 'shareable', 'boot', 'alias', 'rom', 'address'],
  chardev: ['source', 'protocol', 'log', 'target', 'alias', 'address'],
};
const chardevs = new Set(['serial', 'parallel', 'console', 'channel']);

const attributeOrder: Record<string, string[]> = {
  domain: ['type', 'id'],
  memory: ['unit'],
  cpu: ['mode', 'match', 'check', 'migratable'],
  topology: ['sockets', 'dies', 'clusters', 'cores', 'threads'],
  timer: ['name', 'tickpolicy', 'track', 'present', 'frequency', 'mode'],
  clock: ['offset', 'adjustment', 'basis'],
  disk: ['type', 'device', 'model', 'rawio', 'sgio', 'snapshot'],
  driver: [
    'name',
    'type',
    'cache',
    'error_policy',
    'rerror_policy',
    'io',
    'ioeventfd',
    'event_idx',
    'copy_on_read',
    'discard',
    'iothread',
    'detect_zeroes',
    'txmode',
    'queues',
    'rx_queue_size',
    'tx_queue_size',
  ],
  'disk/target': ['dev', 'bus', 'tray', 'removable', 'rotation_rate'],
  'channel/target': ['type', 'name', 'state'],
  'serial/target': ['type', 'port'],
  'console/target': ['type', 'port'],
  'interface/target': ['dev', 'managed'],
  'video/model': ['type', 'ram', 'vram', 'vgamem', 'heads', 'primary', 'blob'],
  controller: ['type', 'index', 'model', 'ports', 'vectors'],
  address: [
    'type',
    'domain',
    'controller',
    'bus',
    'target',
    'slot',
    'unit',
    'function',
    'multifunction',
    'port',
  ],
  memballoon: ['model', 'autodeflate', 'freePageReporting'],
  graphics: ['type', 'port', 'autoport', 'websocket', 'socket'],
  feature: ['policy', 'name'],
  source: ['mode', 'path', 'file', 'dev'],
};

const position = (order: readonly string[], name: string): number => {
  const index = order.indexOf(name);
  return index === -1 ? order.length : index;
};

const ordered = (element: XmlElement, parent: string): XmlElement => {
  const byAttribute = attributeOrder[`${parent}/${element.name}`] ?? attributeOrder[element.name];
  const attributes = Object.entries(element.attributes);
  if (byAttribute !== undefined) {
    attributes.sort(([left], [right]) => position(byAttribute, left) - position(byAttribute, right));
  }
  const byChild = chardevs.has(element.name) ? childOrder.chardev : childOrder[element.name];
  let children = element.children.map((node) => (isElement(node) ? ordered(node, element.name) : node));
  if (byChild !== undefined) {
    children = children
      .filter(isElement)
      .sort((left, right) => position(byChild, left.name) - position(byChild, right.name));
  } else if (parent === 'devices' && children.some(isElement)) {
    const rank = (node: XmlElement): number => ['alias', 'address'].indexOf(node.name);
    children = children.filter(isElement).sort((left, right) => rank(left) - rank(right));
  }
  return { name: element.name, attributes: Object.fromEntries(attributes), children };
};

const only = (element: XmlElement, names: readonly string[]): XmlElement[] =>
  childElements(element)
    .filter(({ name }) => names.includes(name))
    .sort((left, right) => position(names, left.name) - position(names, right.name));

/** Brings a domain into libvirt's order. `metadata` stays as it was written. */
export const libvirtOrdered = (domain: XmlElement): XmlElement => {
  const root = ordered({ ...domain, children: [] }, '');
  return {
    ...root,
    children: only(domain, sections).map((section) => {
      if (section.name === 'metadata') {
        return section;
      }
      if (section.name === 'devices') {
        return { ...section, children: only(section, devices).map((device) => ordered(device, 'devices')) };
      }
      return ordered(section, 'domain');
    }),
  };
};
