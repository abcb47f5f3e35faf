import { attribute, child, childElements, element, type XmlElement } from './xmlTree';

const hex = (value: number, digits: number): string => `0x${value.toString(16).padStart(digits, '0')}`;

const pciAddress = (bus: number, slot: number, fn: number, multifunction = false): XmlElement =>
  element('address', {
    type: 'pci',
    domain: '0x0000',
    bus: hex(bus, 2),
    slot: hex(slot, 2),
    function: hex(fn, 1),
    multifunction: multifunction ? 'on' : undefined,
  });

/** Whether a device has its own PCI Express root port. */
export const needsPort = (device: XmlElement): boolean => {
  const model = attribute(device, 'model') ?? '';
  switch (device.name) {
    case 'interface':
    case 'hostdev':
      return attribute(device, 'type') !== 'usb';
    case 'disk':
      return attribute(child(device, 'target'), 'bus') === 'virtio';
    case 'controller':
      return (
        ['scsi', 'virtio-serial'].includes(attribute(device, 'type') ?? '') ||
        (attribute(device, 'type') === 'usb' && model === 'qemu-xhci')
      );
    case 'memballoon':
      return model !== 'none';
    case 'input':
      return attribute(device, 'bus') === 'virtio';
    case 'rng':
    case 'filesystem':
    case 'vsock':
    case 'shmem':
      return true;
    default:
      return false;
  }
};

/** libvirt assigns ports in this order, not in the order of the XML. */
const TURN = [
  'filesystem',
  'interface',
  'controller',
  'disk',
  'hostdev',
  'memballoon',
  'shmem',
  'rng',
  'input',
  'vsock',
];

const rootPort = (index: number): XmlElement =>
  element('controller', { type: 'pci', index: String(index), model: 'pcie-root-port' });

const completePort = (port: XmlElement): void => {
  const ordinal = Number(attribute(port, 'index')) - 1;
  const slot = 2 + Math.floor(ordinal / 8);
  const fn = ordinal % 8;
  const add = (name: string, made: XmlElement): void => {
    if (child(port, name) === undefined) {
      port.children.push(made);
    }
  };
  add('model', element('model', { name: 'pcie-root-port' }));
  add('target', element('target', { chassis: String(ordinal + 1), port: hex(slot * 8 + fn, 1) }));
  add('address', pciAddress(0, slot, fn, fn === 0));
};

const busOf = (device: XmlElement): number => {
  const address = child(device, 'address');
  return attribute(address, 'type') === 'pci' ? Number(attribute(address, 'bus') ?? '0') : 0;
};

/**
 * Adds the missing addresses of devices on a q35 machine, and the controllers for them: the root, a port for each device
 * and a spare one, and the chipset's SATA controller. Changes `devices`.
 */
export const assignPciAddresses = (devices: XmlElement): void => {
  const controllers = (type: string, model?: string): XmlElement[] =>
    childElements(devices, 'controller').filter(
      (item) =>
        attribute(item, 'type') === type && (model === undefined || attribute(item, 'model') === model),
    );
  if (controllers('sata').length === 0) {
    devices.children.push(element('controller', { type: 'sata', index: '0' }));
  }
  for (const sata of controllers('sata')) {
    if (child(sata, 'address') === undefined) {
      sata.children.push(pciAddress(0, 0x1f, 2));
    }
  }
  if (controllers('pci', 'pcie-root').length === 0) {
    devices.children.push(element('controller', { type: 'pci', index: '0', model: 'pcie-root' }));
  }
  for (const [index, video] of childElements(devices, 'video').entries()) {
    if (child(video, 'address') === undefined && index === 0) {
      video.children.push(pciAddress(0, 1, 0));
    }
  }
  const candidates = childElements(devices)
    .filter(needsPort)
    .sort((left, right) => TURN.indexOf(left.name) - TURN.indexOf(right.name));
  const taken = new Set(candidates.map(busOf));
  let bus = 1;
  for (const device of candidates.filter((item) => child(item, 'address') === undefined)) {
    while (taken.has(bus)) {
      bus += 1;
    }
    taken.add(bus);
    device.children.push(pciAddress(bus, 0, 0));
  }
  const ports = controllers('pci', 'pcie-root-port');
  const highest = Math.max(0, ...taken);
  const existing = new Set(ports.map((port) => attribute(port, 'index')));
  const wanted = ports.length > highest ? highest : highest + 1;
  for (let index = 1; index <= wanted; index += 1) {
    if (!existing.has(String(index))) {
      devices.children.push(rootPort(index));
    }
  }
  controllers('pci', 'pcie-root-port').forEach(completePort);
};
