import { ATTRIBUTE_ORDER, CHARDEVS, CHILD_ORDER, DEVICES, SECTIONS } from './libvirtTables';
import { childElements, isElement, type XmlElement } from './xmlTree';

const position = (order: readonly string[], name: string): number => {
  const index = order.indexOf(name);
  return index === -1 ? order.length : index;
};

const ordered = (element: XmlElement, parent: string): XmlElement => {
  const byAttribute = ATTRIBUTE_ORDER[`${parent}/${element.name}`] ?? ATTRIBUTE_ORDER[element.name];
  const attributes = Object.entries(element.attributes);
  if (byAttribute !== undefined) {
    attributes.sort(([left], [right]) => position(byAttribute, left) - position(byAttribute, right));
  }
  const byChild = CHARDEVS.has(element.name) ? CHILD_ORDER.chardev : CHILD_ORDER[element.name];
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

/** Sorts a domain in libvirt's order. `metadata` is not changed. */
export const libvirtOrdered = (domain: XmlElement): XmlElement => {
  const root = ordered({ ...domain, children: [] }, '');
  return {
    ...root,
    children: only(domain, SECTIONS).map((section) => {
      if (section.name === 'metadata') {
        return section;
      }
      if (section.name === 'devices') {
        return { ...section, children: only(section, DEVICES).map((device) => ordered(device, 'devices')) };
      }
      return ordered(section, 'domain');
    }),
  };
};
