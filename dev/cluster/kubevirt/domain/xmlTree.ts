/** XML as a tree. */

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}

export type XmlNode = XmlElement | string;

export const element = (
  name: string,
  attributes: Record<string, string | undefined> = {},
  children: (XmlNode | undefined)[] = [],
): XmlElement => ({
  name,
  attributes: Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ),
  children: children.filter((child) => child !== undefined),
});

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export const childElements = (parent: XmlElement, name?: string): XmlElement[] =>
  parent.children.filter(isElement).filter((child) => name === undefined || child.name === name);

export const child = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  parent && childElements(parent, name)[0];

/** The text directly inside an element, without that of its children. */
export const textOf = (parent: XmlElement | undefined): string =>
  parent === undefined ? '' : parent.children.filter((node) => typeof node === 'string').join('');

export const attribute = (parent: XmlElement | undefined, name: string): string | undefined =>
  parent?.attributes[name];

export const copy = (source: XmlElement): XmlElement => structuredClone(source);

/** The child with the name of `made`; if there is none, adds `made`. */
export const append = (parent: XmlElement, made: XmlElement): XmlElement => {
  const present = child(parent, made.name);
  if (present === undefined) {
    parent.children.push(made);
    return made;
  }
  return present;
};

export const defaultAttribute = (parent: XmlElement, name: string, value: string): void => {
  if (!(name in parent.attributes)) {
    parent.attributes[name] = value;
  }
};
