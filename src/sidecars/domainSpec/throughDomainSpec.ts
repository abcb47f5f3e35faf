import { fieldsOf, hasField, type GoScalar, type SpecField } from './specType';
import { KUBEVIRT_NAMESPACE, localName, QEMU_NAMESPACE, type XmlElement } from './xmlElement';

/** A value that does not fit its field. The message is Go's. */
export class DomainSpecProblem extends Error {}

const LIMITS: Readonly<Partial<Record<GoScalar, readonly [bigint, bigint]>>> = {
  uint: [0n, 2n ** 64n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
  uint32: [0n, 2n ** 32n - 1n],
  int: [-(2n ** 63n), 2n ** 63n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
};

const TRUE = /^(?:1|t|T|TRUE|true|True)$/;
const FALSE = /^(?:0|f|F|FALSE|false|False)$/;

/** The value as Go reads it and writes it again. */
const scalarValue = (text: string, scalar: GoScalar): string => {
  if (scalar === 'string') {
    return text;
  }
  const value = text.trim();
  const fail = (call: string, what: string): never => {
    throw new DomainSpecProblem(`strconv.${call}: parsing ${JSON.stringify(value)}: ${what}`);
  };
  if (scalar === 'bool') {
    return TRUE.test(value)
      ? 'true'
      : value === '' || FALSE.test(value)
        ? 'false'
        : fail('ParseBool', 'invalid syntax');
  }
  const [least, most] = LIMITS[scalar] ?? [0n, 0n];
  const call = least < 0n ? 'ParseInt' : 'ParseUint';
  if (value === '') {
    return '0';
  }
  if (!(least < 0n ? /^[-+]?\d+$/ : /^\d+$/).test(value)) {
    return fail(call, 'invalid syntax');
  }
  const number = BigInt(value.replace('+', ''));
  return number < least || number > most ? fail(call, 'value out of range') : String(number);
};

const isField = (field: SpecField, child: XmlElement): boolean =>
  field.name === 'kubevirt'
    ? child.name === 'kubevirt:kubevirt'
    : field.name.includes(':')
      ? child.name === field.name
      : localName(child) === field.name;

const EMPTY: XmlElement = { name: '', attributes: new Map(), children: [], text: '' };

/** Go reads a repeated element into the same field: later values replace earlier ones. */
const merged = (elements: readonly XmlElement[]): XmlElement =>
  elements.length === 1 && elements[0] !== undefined
    ? elements[0]
    : {
        ...EMPTY,
        attributes: new Map(elements.flatMap(({ attributes }) => [...attributes])),
        children: elements.flatMap(({ children }) => children),
        text: elements.at(-1)?.text ?? '',
      };

class Conversion {
  constructor(private readonly kubevirtVersion: string | undefined) {}

  element(name: string, type: string, { attributes, children, text }: XmlElement): XmlElement {
    const byLocalName = new Map(Array.from(attributes, ([key, value]) => [localName({ name: key }), value]));
    const written = new Map<string, string>();
    const kept: XmlElement[] = [];
    let keptText = '';
    for (const field of fieldsOf(type).filter((one) => hasField(one, this.kubevirtVersion))) {
      if (field.kind === 'text') {
        keptText = scalarValue(text, field.scalar);
      } else if (field.kind === 'attribute') {
        const value = scalarValue(byLocalName.get(field.name) ?? '', field.scalar);
        if (field.isAlwaysWritten || (byLocalName.get(field.name) ?? '') !== '') {
          written.set(field.name, value);
        }
      } else {
        kept.push(
          ...this.child(
            field,
            children.filter((child) => isField(field, child)),
          ),
        );
      }
    }
    return { name, attributes: written, children: kept, text: keptText };
  }

  private child(field: SpecField, found: readonly XmlElement[]): XmlElement[] {
    const occurrences = field.isList || found.length === 0 ? found : [merged(found)];
    const present = occurrences.length === 0 && field.isAlwaysWritten ? [EMPTY] : occurrences;
    return present.flatMap((element): XmlElement[] => {
      if (field.type !== undefined) {
        return [this.element(field.name, field.type, element)];
      }
      const text = scalarValue(element.text, field.scalar);
      return text === '' && !field.isAlwaysWritten ? [] : [{ ...EMPTY, name: field.name, text }];
    });
  }
}

const withNamespaces = (domain: XmlElement): XmlElement => ({
  ...domain,
  attributes: domain.children.some(({ name }) => name === 'qemu:commandline')
    ? new Map([...domain.attributes, ['xmlns:qemu', QEMU_NAMESPACE]])
    : domain.attributes,
  children: domain.children.map((child) =>
    child.name === 'metadata'
      ? {
          ...child,
          children: child.children.map((own) => ({
            ...own,
            attributes: new Map([['xmlns', KUBEVIRT_NAMESPACE]]),
          })),
        }
      : child,
  ),
});

/**
 * What KubeVirt has after it read `domain`: its typed DomainSpec, with all else lost. Throws DomainSpecProblem where a
 * number is none.
 *
 * The declaration of the qemu namespace is lost too, as Go does not read it; it comes back with a command line.
 */
export const throughDomainSpec = (domain: XmlElement, kubevirtVersion: string | undefined): XmlElement =>
  withNamespaces(new Conversion(kubevirtVersion).element('domain', 'Domain', domain));
