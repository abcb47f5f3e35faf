import type { XmlElement } from '../../domainSpec/xmlElement';

const byName = <T extends { name: string }>(items: readonly T[]): T[] =>
  items.toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));

/**
 * Numbers that are equal for elements that mean the same. The order of attributes does not count, nor that of children of
 * different names.
 */
export class Fingerprints {
  private readonly numbers = new Map<string, number>();
  private readonly known = new WeakMap<XmlElement, number>();

  of(element: XmlElement): number {
    const known = this.known.get(element);
    if (known !== undefined) {
      return known;
    }
    const attributes = [...element.attributes].sort(([one], [other]) => (one < other ? -1 : 1));
    const children = byName(element.children).map((child) => this.of(child));
    const content = JSON.stringify([element.name, attributes, children, element.text]);
    const number = this.numbers.get(content) ?? this.numbers.size;
    this.numbers.set(content, number);
    this.known.set(element, number);
    return number;
  }
}
