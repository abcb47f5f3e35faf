import { childElements, isElement, textOf, type XmlElement } from './xmlTree';

/**
 * What KubeVirt's DomainSpec knows, in the order in which it writes it. Elements and attributes that are not
 * listed get lost when a hook script's output is read back as the next call's input; an element without an entry
 * here keeps everything.
 */
interface Known {
  attributes?: string[];
  children?: string[];
}

const alias = ['name'];
const source = [
  'file',
  'startupPolicy',
  'protocol',
  'dev',
  'name',
  'host',
  'bridge',
  'mode',
  'path',
  'type',
  'index',
  'dir',
  'network',
];
const chardev = { attributes: ['type'], children: ['target', 'source', 'alias', 'log'] };

const known: Record<string, Known> = {
  domain: {
    attributes: ['type', 'xmlns:qemu'],
    children: [
      'name',
      'uuid',
      'memory',
      'currentMemory',
      'maxMemory',
      'memoryBacking',
      'os',
      'sysinfo',
      'devices',
      'clock',
      'resource',
      'metadata',
      'features',
      'cpu',
      'vcpu',
      'cputune',
      'numatune',
      'iothreads',
      'launchSecurity',
    ],
  },
  os: {
    children: [
      'type',
      'acpi',
      'smbios',
      'boot',
      'bootmenu',
      'bios',
      'loader',
      'nvram',
      'kernel',
      'initrd',
      'cmdline',
    ],
  },
  sysinfo: { attributes: ['type'], children: ['system', 'bios', 'baseBoard', 'chassis'] },
  devices: {
    children: [
      'emulator',
      'interface',
      'channel',
      'hostdev',
      'controller',
      'video',
      'graphics',
      'memballoon',
      'disk',
      'input',
      'serial',
      'console',
      'watchdog',
      'rng',
      'filesystem',
      'redirdev',
      'sound',
      'tpm',
      'vsock',
      'memory',
    ],
  },
  interface: {
    attributes: ['type', 'trustGuestRxFilters'],
    children: [
      'address',
      'source',
      'target',
      'model',
      'mac',
      'mtu',
      'boot',
      'link',
      'filterref',
      'alias',
      'driver',
      'rom',
      'acpi',
      'backend',
      'portForward',
      'teaming',
    ],
  },
  disk: {
    attributes: ['device', 'snapshot', 'type', 'model', 'sgio', 'rawio'],
    children: [
      'source',
      'target',
      'serial',
      'driver',
      'readonly',
      'auth',
      'alias',
      'backingStore',
      'boot',
      'address',
      'encryption',
      'blockio',
      'filesystem',
      'shareable',
    ],
  },
  'disk/driver': {
    attributes: [
      'cache',
      'error_policy',
      'io',
      'name',
      'type',
      'iothread',
      'queues',
      'discard',
      'iommu',
      'ats',
    ],
  },
  'disk/target': { attributes: ['bus', 'dev', 'tray'] },
  'disk/source': { attributes: source },
  controller: {
    attributes: ['type', 'index', 'model'],
    children: ['driver', 'alias', 'address', 'target', 'pcihole64'],
  },
  video: { children: ['model'] },
  'video/model': { attributes: ['type', 'heads', 'ram', 'vram', 'vgamem'], children: [] },
  graphics: {
    attributes: ['autoport', 'defaultMode', 'port', 'tlsPort', 'type'],
    children: ['listen'],
  },
  channel: { attributes: ['type'], children: ['source', 'target'] },
  serial: chardev,
  'serial/target': { attributes: ['port'], children: [] },
  console: { ...chardev, children: ['target', 'source', 'alias'] },
  'console/target': { attributes: ['type', 'port'], children: [] },
  'controller/target': { attributes: [], children: [] },
  address: {
    attributes: [
      'type',
      'domain',
      'bus',
      'slot',
      'function',
      'controller',
      'target',
      'unit',
      'uuid',
      'device',
    ],
  },
  input: { attributes: ['type', 'bus', 'model'], children: ['alias', 'address'] },
  rng: { attributes: ['model'], children: ['rate', 'backend', 'address', 'driver'] },
  memballoon: {
    attributes: ['model', 'freePageReporting'],
    children: ['stats', 'address', 'driver'],
  },
  alias: { attributes: alias },
};

const pick = (element: XmlElement, parent: string): XmlElement => {
  const rule = known[`${parent}/${element.name}`] ?? known[element.name];
  const attributes = rule?.attributes;
  const order = rule?.children;
  const children = childElements(element)
    .filter((child) => order === undefined || order.includes(child.name))
    .map((child) => pick(child, element.name));
  if (order !== undefined) {
    children.sort((left, right) => order.indexOf(left.name) - order.indexOf(right.name));
  }
  const text = textOf(element);
  return {
    name: element.name,
    attributes: Object.fromEntries(
      attributes === undefined
        ? Object.entries(element.attributes)
        : attributes.flatMap((name) => {
            const value = element.attributes[name];
            return value === undefined ? [] : [[name, value]];
          }),
    ),
    children: children.length > 0 || text.trim() === '' ? children : [text],
  };
};

/** Elements that Go writes even when they are empty, because they are no pointers in DomainSpec. */
const withEmptySections = (root: XmlElement): XmlElement => {
  const sysinfo = childElements(root, 'sysinfo')[0];
  if (sysinfo !== undefined) {
    const sections = ['system', 'bios', 'baseBoard', 'chassis'];
    sysinfo.children = sections.map(
      (name) => childElements(sysinfo, name)[0] ?? { name, attributes: {}, children: [] },
    );
  }
  return root;
};

const withoutPrefixes = (element: XmlElement): XmlElement => ({
  ...element,
  name: element.name.replace(/^.*:/, ''),
  children: element.children.map((node) => (isElement(node) ? withoutPrefixes(node) : node)),
});

/** KubeVirt's own metadata, which Go finds under any prefix and writes without one; it knows no others. */
const withOwnMetadata = (root: XmlElement): XmlElement => {
  for (const metadata of childElements(root, 'metadata')) {
    metadata.children = childElements(withoutPrefixes(metadata), 'kubevirt').map((own) => ({
      ...own,
      attributes: { xmlns: 'http://kubevirt.io' },
    }));
  }
  return root;
};

/** Passes a domain through KubeVirt's typed DomainSpec, as happens to every output of a hook script. */
export const throughDomainSpec = (root: XmlElement): XmlElement => {
  const domain = withOwnMetadata(withEmptySections(pick(root, '')));
  domain.attributes['xmlns:qemu'] ??= 'http://libvirt.org/schemas/domain/qemu/1.0';
  return domain;
};
