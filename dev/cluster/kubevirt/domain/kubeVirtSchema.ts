import { KNOWN_ELEMENTS } from './kubeVirtElements';
import { childElements, isElement, textOf, type XmlElement } from './xmlTree';

const pick = (element: XmlElement, parent: string): XmlElement => {
  const rule = KNOWN_ELEMENTS[`${parent}/${element.name}`] ?? KNOWN_ELEMENTS[element.name];
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

/** Elements that Go writes even when they are empty, because they are not pointers in DomainSpec. */
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

/** KubeVirt's own metadata, which Go reads with any prefix and writes without one. Other metadata is lost. */
const withOwnMetadata = (root: XmlElement): XmlElement => {
  for (const metadata of childElements(root, 'metadata')) {
    metadata.children = childElements(withoutPrefixes(metadata), 'kubevirt').map((own) => ({
      ...own,
      attributes: { xmlns: 'http://kubevirt.io' },
    }));
  }
  return root;
};

/** Reads and writes a domain with KubeVirt's typed DomainSpec, as KubeVirt does with every output of a hook script. */
export const throughDomainSpec = (root: XmlElement): XmlElement =>
  withOwnMetadata(withEmptySections(pick(root, '')));
