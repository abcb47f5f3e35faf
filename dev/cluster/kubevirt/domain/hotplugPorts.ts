import type { VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import type { Release } from '../release';
import { memoryBytes } from './convertInstance';
import { needsPort } from './pciAddresses';
import { child, childElements, element, type XmlElement } from './xmlTree';

/** How many PCI slots stay free for devices that are plugged in later, and how. */
export interface HotplugPorts {
  /** Placeholder interfaces in the first definition only; their ports stay and are free. */
  placeholders: number;
  /** Ports that another definition adds. */
  extra: number;
}

const SLOTS = 4;
const SMALL = 2 * 1024 ** 3;

export const hotplugPorts = (
  vmi: VirtualMachineInstance,
  converted: XmlElement,
  { addsRootPorts, reservesWithoutInterfaces }: Release,
): HotplugPorts => {
  if (vmi.metadata.annotations?.['kubevirt.io/placePCIDevicesOnRootComplex'] === 'true') {
    return { placeholders: 0, extra: 0 };
  }
  const devices = childElements(child(converted, 'devices') ?? element('devices'));
  const interfaces = devices.filter(({ name }) => name === 'interface').length;
  const placeholders = interfaces === 0 && !reservesWithoutInterfaces ? 0 : Math.max(0, SLOTS - interfaces);
  const used = devices.filter(needsPort).length;
  const free = memoryBytes(vmi) > SMALL ? Math.max(16 - used, 6) : Math.max(8 - used, 3);
  return { placeholders, extra: addsRootPorts ? Math.max(0, free - placeholders) : 0 };
};
