import { LibvirtError } from '../libvirt/libvirtError';
import { attribute, child, type XmlElement } from './xmlTree';

const BUSES = new Set(['ide', 'fdc', 'scsi', 'virtio', 'xen', 'usb', 'uml', 'sata', 'sd']);

const sourceOf = (disk: XmlElement): string | undefined => {
  const source = child(disk, 'source');
  return attribute(source, 'file') ?? attribute(source, 'dev') ?? attribute(source, 'name');
};

/** Throws LibvirtError, with libvirt's message (recorded from 9.0), for disks that libvirt refuses. */
export const checkDisks = (disks: readonly XmlElement[]): void => {
  const targets = new Map<string, XmlElement>();
  const aliases = new Set<string>();
  for (const disk of disks) {
    const target = child(disk, 'target');
    const bus = attribute(target, 'bus');
    const dev = attribute(target, 'dev');
    const source = sourceOf(disk);
    if (bus !== undefined && !BUSES.has(bus)) {
      const what = `Invalid value for attribute 'bus' in element 'target': '${bus}'.`;
      throw new LibvirtError(27, 5, `XML error: ${what}`);
    }
    if (dev === undefined) {
      const device = source === undefined ? '' : ` ${source}`;
      throw new LibvirtError(20, 20, `missing target information for device${device}`);
    }
    const other = targets.get(dev);
    if (other !== undefined) {
      const sources = `'${sourceOf(other) ?? '(null)'}' and '${source ?? '(null)'}'`;
      throw new LibvirtError(27, 20, `XML error: target '${dev}' duplicated for disk sources ${sources}`);
    }
    targets.set(dev, disk);
    const alias = attribute(child(disk, 'alias'), 'name') ?? '';
    if (alias.startsWith('ua-') && aliases.has(alias)) {
      throw new LibvirtError(67, 20, `unsupported configuration: non unique alias detected: ${alias}`);
    }
    aliases.add(alias);
  }
};
