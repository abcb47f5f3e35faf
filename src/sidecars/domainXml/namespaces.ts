/** Prefixes that may be used in expected results although a document does not declare them. */
const WELL_KNOWN: readonly (readonly [string, string])[] = [
  ['qemu', 'http://libvirt.org/schemas/domain/qemu/1.0'],
  ['kubevirt', 'http://kubevirt.io'],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
];

/**
 * The prefixes that elements declare, with their namespaces. Declarations can be anywhere in domain XML, not only at
 * its root; the first of a prefix counts.
 */
export const namespacesOf = (elements: Iterable<Element>): Map<string, string> => {
  const namespaces = new Map<string, string>();
  for (const element of elements) {
    for (const { name, value } of element.attributes) {
      const prefix = /^xmlns:(.+)$/.exec(name)?.[1];
      if (prefix !== undefined && !namespaces.has(prefix)) {
        namespaces.set(prefix, value);
      }
    }
  }
  for (const [prefix, namespace] of WELL_KNOWN) {
    if (!namespaces.has(prefix)) {
      namespaces.set(prefix, namespace);
    }
  }
  return namespaces;
};

/** The namespace prefixes that an XPath uses, without those in its literals and without axes such as `child::`. */
export const prefixesIn = (xpath: string): string[] =>
  Array.from(
    xpath.replace(/"[^"]*"|'[^']*'/g, "''").matchAll(/([\p{L}_][\p{L}\p{N}_.-]*)\s*:(?!:)/gu),
    ([, prefix = '']) => prefix,
  );
