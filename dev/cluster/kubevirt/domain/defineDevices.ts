import { createHash } from 'node:crypto';
import type { LibvirtHost } from './libvirtHost';
import { checkDisks } from './diskChecks';
import { assignPciAddresses } from './pciAddresses';
import {
  append,
  attribute,
  child,
  childElements,
  copy,
  defaultAttribute,
  element,
  isElement,
  type XmlElement,
} from './xmlTree';

const stableMac = (name: string, index: number): string => {
  const hash = createHash('sha1').update(`${name}/${index}`).digest('hex');
  return `52:54:00:${hash.slice(0, 2)}:${hash.slice(2, 4)}:${hash.slice(4, 6)}`;
};

const characterDevices = (devices: XmlElement): void => {
  for (const serial of childElements(devices, 'serial')) {
    const target = append(serial, element('target', { port: '0' }));
    defaultAttribute(target, 'type', 'isa-serial');
    append(target, element('model', { name: 'isa-serial' }));
  }
  const serial = childElements(devices, 'serial')[0];
  if (serial !== undefined) {
    const first = childElements(devices, 'console')[0] ?? append(devices, element('console'));
    const shared = childElements(serial).filter(({ name }) => name === 'source' || name === 'log');
    first.attributes = { ...serial.attributes };
    first.children = [...shared.map(copy), element('target', { type: 'serial', port: '0' })];
  }
  for (const [index, channel] of childElements(devices, 'channel').entries()) {
    if (attribute(child(channel, 'target'), 'type') === 'virtio') {
      append(
        channel,
        element('address', { type: 'virtio-serial', controller: '0', bus: '0', port: String(index + 1) }),
      );
    }
  }
};

/** Completes `<devices>` like libvirt: defaults, implicit devices, addresses. Throws LibvirtError. */
export const fillDevices = (devices: XmlElement, host: LibvirtHost, name: string): void => {
  checkDisks(childElements(devices, 'disk'));
  append(devices, element('emulator', {}, [host.emulator]));
  const drives = new Map<string, number>();
  for (const disk of childElements(devices, 'disk')) {
    const target = child(disk, 'target');
    defaultAttribute(disk, 'device', 'disk');
    if (attribute(disk, 'device') === 'cdrom') {
      append(disk, element('readonly'));
    }
    const bus = attribute(target, 'bus') ?? 'virtio';
    if (bus === 'sata' || bus === 'scsi') {
      const unit = drives.get(bus) ?? 0;
      drives.set(bus, unit + 1);
      append(
        disk,
        element('address', { type: 'drive', controller: '0', bus: '0', target: '0', unit: String(unit) }),
      );
    }
  }
  for (const [index, nic] of childElements(devices, 'interface').entries()) {
    append(nic, element('mac', { address: stableMac(name, index) }));
    nic.children = nic.children.filter(
      (node) => !isElement(node) || node.name !== 'source' || Object.keys(node.attributes).length > 0,
    );
  }
  for (const graphics of childElements(devices, 'graphics')) {
    const socket = attribute(child(graphics, 'listen'), 'socket');
    if (socket !== undefined) {
      defaultAttribute(graphics, 'socket', socket);
    }
  }
  childElements(devices, 'video').forEach((video, index) => {
    const model = child(video, 'model');
    if (index === 0 && model !== undefined) {
      defaultAttribute(model, 'primary', 'yes');
    }
  });
  for (const bus of ['mouse', 'keyboard']) {
    if (!childElements(devices, 'input').some((input) => attribute(input, 'type') === bus)) {
      devices.children.push(element('input', { type: bus, bus: 'ps2' }));
    }
  }
  append(devices, element('audio', { id: '1', type: 'none' }));
  characterDevices(devices);
  assignPciAddresses(devices);
};

/** Aliases that do not start with `ua-` are libvirt's own and are not part of a definition. */
export const dropForeignAliases = (devices: XmlElement): void => {
  for (const device of childElements(devices)) {
    device.children = device.children.filter(
      (node) =>
        !isElement(node) || node.name !== 'alias' || (attribute(node, 'name') ?? '').startsWith('ua-'),
    );
  }
};
