export const QEMU_NAMESPACE = 'http://libvirt.org/schemas/domain/qemu/1.0';
export const KUBEVIRT_NAMESPACE = 'http://kubevirt.io';

/** An element of domain XML, without what is only spelling: quotes, prefixes, comments and blank text. */
export interface XmlElement {
  /** With `qemu:` or `kubevirt:` if it is in one of these namespaces, whatever its prefix; else as it was written. */
  name: string;
  /** Without namespace declarations. */
  attributes: ReadonlyMap<string, string>;
  children: readonly XmlElement[];
  /** Empty if it is blank. */
  text: string;
}

export const childNamed = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => child.name === name);

/** The name without its prefix, by which Go finds the fields of a type. */
export const localName = ({ name }: Pick<XmlElement, 'name'>): string => name.slice(name.indexOf(':') + 1);
