import { readXml } from '../domainSpec/readXml';
import { renderXml } from '../domainSpec/renderXml';
import { throughDomainSpec } from '../domainSpec/throughDomainSpec';
import {
  childNamed,
  KUBEVIRT_NAMESPACE,
  localName,
  QEMU_NAMESPACE,
  type XmlElement,
} from '../domainSpec/xmlElement';

const childrenOf = (domain: XmlElement, name: string): readonly XmlElement[] =>
  childNamed(domain, name)?.children ?? [];

/** Interfaces that only reserve a PCI slot in call 1. */
const isPlaceholder = (device: XmlElement): boolean =>
  /^placeholder-\d+$/.test(childNamed(device, 'alias')?.attributes.get('name') ?? '');

/** KubeVirt's own element has its namespace as the default one, also for its children. */
const ownMetadata = (element: XmlElement): XmlElement => ({
  ...element,
  name: localName(element),
  attributes: new Map([
    ...(element.name === 'kubevirt:kubevirt' ? [['xmlns', KUBEVIRT_NAMESPACE] as const] : []),
    ...element.attributes,
  ]),
  children: element.children.map(ownMetadata),
});

const withDevices = (domain: XmlElement, devices: XmlElement): XmlElement => ({
  ...domain,
  attributes: new Map([...domain.attributes, ['xmlns:qemu', QEMU_NAMESPACE]]),
  children: domain.children.map((child) => {
    switch (child.name) {
      case 'devices':
        return devices;
      case 'metadata':
        return { ...child, children: child.children.map(ownMetadata) };
      default:
        return child;
    }
  }),
});

/**
 * The argument of the next call, as KubeVirt makes it from what it got: for call 2 it takes the domain that it generated,
 * with the devices of the last result but without that result's interfaces; for call 3 all of the last result. Of a result
 * only that stays which its schema has a place for.
 *
 * In a real start libvirt adds to the devices in between: addresses, controllers, root ports, the emulator, and implicit
 * devices. KubeVirt adds root ports before call 3. None of that is here.
 *
 * @param lastOutput must be a result that KubeVirt accepts; after any other there is no next call
 */
export const nextInput = (
  call: 2 | 3,
  firstInput: string,
  lastOutput: string,
  kubevirtVersion: string | undefined,
): string => {
  const [first, last] = [readXml(firstInput), readXml(lastOutput)];
  if (first.kind !== 'read' || last.kind !== 'read') {
    return firstInput;
  }
  if (call === 3) {
    return renderXml(throughDomainSpec(last.root, kubevirtVersion));
  }
  const isInterface = ({ name }: XmlElement): boolean => name === 'interface';
  const devices: XmlElement = {
    name: 'devices',
    attributes: new Map(),
    text: '',
    children: [
      ...childrenOf(first.root, 'devices').filter((device) => isInterface(device) && !isPlaceholder(device)),
      ...childrenOf(last.root, 'devices').filter((device) => !isInterface(device)),
    ],
  };
  const read = throughDomainSpec({ ...last.root, children: [devices] }, kubevirtVersion);
  return renderXml(withDevices(first.root, childNamed(read, 'devices') ?? devices));
};
