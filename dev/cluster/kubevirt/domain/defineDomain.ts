import { createHash } from 'node:crypto';
import type { LibvirtHost } from './libvirtHost';
import { libvirtOrdered } from './libvirtOrder';
import { LibvirtError } from '../libvirt/libvirtError';
import { dropForeignAliases, fillDevices } from './defineDevices';
import {
  append,
  attribute,
  child,
  childElements,
  defaultAttribute,
  element,
  isElement,
  textOf,
  type XmlElement,
} from './xmlTree';

const QEMU_NAMESPACE = 'http://libvirt.org/schemas/domain/qemu/1.0';
const KIB_PER_UNIT: Record<string, number> = {
  b: 1 / 1024,
  bytes: 1 / 1024,
  KiB: 1,
  k: 1,
  KB: 1000 / 1024,
  MiB: 1024,
  M: 1024,
  MB: 1e6 / 1024,
  GiB: 1024 ** 2,
  G: 1024 ** 2,
  GB: 1e9 / 1024,
  TiB: 1024 ** 3,
  T: 1024 ** 3,
};

/** Changes the prefix of elements in QEMU's namespace to `qemu`, and removes blank text. */
const canonical = (source: XmlElement, prefixes: Record<string, string>): XmlElement => {
  const scope = { ...prefixes };
  for (const [name, value] of Object.entries(source.attributes)) {
    if (name.startsWith('xmlns:')) {
      scope[name.slice(6)] = value;
    }
  }
  const [prefix, local] = source.name.includes(':') ? source.name.split(':', 2) : ['', source.name];
  const name = prefix !== '' && scope[prefix ?? ''] === QEMU_NAMESPACE ? `qemu:${local ?? ''}` : source.name;
  const children = source.children.map((node) => (isElement(node) ? canonical(node, scope) : node));
  const hasElements = children.some(isElement);
  return {
    name,
    attributes: { ...source.attributes },
    children: hasElements ? children.filter(isElement) : children,
  };
};

const prefixesIn = (source: XmlElement): string[] => [
  ...(/^[^:]+(?=:)/.exec(source.name) ?? []),
  ...childElements(source).flatMap(prefixesIn),
];

/** libvirt writes no namespaces of its own on the domain: metadata takes along those of its elements. */
const metadataNamespaces = (domain: XmlElement): void => {
  for (const metadata of childElements(domain, 'metadata')) {
    for (const name of prefixesIn(metadata).map((prefix) => `xmlns:${prefix}`)) {
      const namespace = attribute(domain, name);
      if (namespace !== undefined) {
        metadata.attributes[name] = namespace;
      }
    }
  }
};

const memory = (domain: XmlElement): void => {
  const given = child(domain, 'memory');
  if (given === undefined) {
    throw new LibvirtError(
      27,
      20,
      'XML error: Memory size must be specified via <memory> or in the <numa> configuration',
    );
  }
  for (const name of ['memory', 'currentMemory', 'maxMemory']) {
    const size = child(domain, name);
    if (size !== undefined) {
      const kib = Number(textOf(size).trim()) * (KIB_PER_UNIT[attribute(size, 'unit') ?? 'KiB'] ?? 1);
      size.children = [String(Math.ceil(kib))];
      size.attributes.unit = 'KiB';
    }
  }
  append(domain, element('currentMemory', { unit: 'KiB' }, [textOf(child(domain, 'memory'))]));
};

const system = (domain: XmlElement): void => {
  const sysinfo = child(domain, 'sysinfo');
  if (sysinfo === undefined) {
    return;
  }
  const order = [
    'vendor',
    'manufacturer',
    'product',
    'version',
    'release',
    'date',
    'serial',
    'uuid',
    'sku',
    'asset',
    'family',
    'location',
  ];
  sysinfo.children = childElements(sysinfo).filter((section) => childElements(section).length > 0);
  for (const section of childElements(sysinfo)) {
    section.children = childElements(section).filter(
      (entry) => section.name === 'oemStrings' || (entry.name === 'entry' && textOf(entry) !== ''),
    );
    if (section.name !== 'oemStrings') {
      const rank = (node: XmlElement): number => order.indexOf(attribute(node, 'name') ?? '');
      section.children = childElements(section).sort((left, right) => rank(left) - rank(right));
    }
  }
  sysinfo.children = childElements(sysinfo).filter((section) => section.children.length > 0);
};

const uuid = (domain: XmlElement, name: string): void => {
  const entries = childElements(child(domain, 'sysinfo') ?? element('sysinfo'), 'system').flatMap((item) =>
    childElements(item),
  );
  const smbios = entries.find((entry) => attribute(entry, 'name') === 'uuid');
  const hash = createHash('sha1').update(name).digest('hex');
  const generated = hash.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  append(domain, element('uuid', {}, [smbios === undefined ? generated : textOf(smbios)]));
};

const bootOrder = (domain: XmlElement, devices: XmlElement, os: XmlElement): void => {
  const ordered = childElements(devices).some((device) => child(device, 'boot') !== undefined);
  if (!ordered && child(os, 'boot') === undefined) {
    os.children.push(element('boot', { dev: 'hd' }));
  }
  for (const name of ['on_poweroff', 'on_reboot', 'on_crash']) {
    append(domain, element(name, {}, [name === 'on_reboot' ? 'restart' : 'destroy']));
  }
  append(domain, element('clock', { offset: 'utc' }));
};

const cpu = (domain: XmlElement): void => {
  const processor = child(domain, 'cpu');
  if (processor === undefined) {
    return;
  }
  const mode = attribute(processor, 'mode') ?? 'custom';
  const model = child(processor, 'model');
  if (mode === 'custom') {
    processor.attributes = { mode, match: 'exact', check: 'none', ...processor.attributes };
    if (model !== undefined) {
      defaultAttribute(model, 'fallback', 'allow');
    }
  } else {
    processor.attributes = {
      mode,
      check: mode === 'host-model' ? 'partial' : 'none',
      ...processor.attributes,
    };
  }
  const topology = child(processor, 'topology');
  if (topology !== undefined) {
    defaultAttribute(topology, 'dies', '1');
  }
};

const vcpu = (domain: XmlElement): void => {
  append(domain, element('vcpu', { placement: 'static' }, ['1']));
  const each = childElements(child(domain, 'vcpus') ?? element('vcpus'), 'vcpu');
  const total = child(domain, 'vcpu');
  const enabled = each.filter((item) => attribute(item, 'enabled') === 'yes').length;
  if (total !== undefined && enabled < each.length) {
    defaultAttribute(total, 'current', String(enabled));
  }
};

/** Returns the persistent form of a domain, as `virsh dumpxml --inactive` shows it. Throws LibvirtError. */
export const defineDomain = (source: XmlElement, host: LibvirtHost): XmlElement => {
  const domain = canonical(source, {});
  const name = textOf(child(domain, 'name')).trim();
  if (name === '') {
    throw new LibvirtError(21, 20, 'missing name information');
  }
  const os = child(domain, 'os');
  const type = child(os, 'type');
  if (os === undefined || type === undefined) {
    throw new LibvirtError(27, 20, 'XML error: an os <type> must be specified');
  }
  const machine = attribute(type, 'machine');
  if (machine !== undefined) {
    type.attributes.machine = host.machines[machine] ?? machine;
  }
  metadataNamespaces(domain);
  domain.attributes = Object.fromEntries(Object.entries(domain.attributes).filter(([key]) => key === 'type'));
  if (childElements(domain).some((section) => section.name.startsWith('qemu:'))) {
    domain.attributes['xmlns:qemu'] = QEMU_NAMESPACE;
  }
  const devices = append(domain, element('devices'));
  memory(domain);
  system(domain);
  uuid(domain, name);
  bootOrder(domain, devices, os);
  cpu(domain);
  vcpu(domain);
  dropForeignAliases(devices);
  fillDevices(devices, host, name);
  return libvirtOrdered(domain);
};
