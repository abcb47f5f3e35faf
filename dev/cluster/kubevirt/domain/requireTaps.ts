import { LibvirtError } from '../libvirt/libvirtError';
import { PLACEHOLDER } from './definePasses';
import { attribute, child, childElements, element, type XmlElement } from './xmlTree';

/** libvirt does not start a domain with interfaces that nobody has made, as those are that only take a port. */
export const requireTaps = (domain: XmlElement): void => {
  const interfaces = childElements(child(domain, 'devices') ?? element('devices'), 'interface');
  if (interfaces.some((nic) => attribute(child(nic, 'target'), 'dev')?.startsWith(PLACEHOLDER) === true)) {
    throw new LibvirtError(1, 10, "internal error: target managed='no' but specified dev doesn't exist");
  }
};
