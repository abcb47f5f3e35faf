import { isAtLeast } from '../featureGate/kubevirtVersion';
import { DOMAIN_SPEC } from './domainSpecTable';

const NUMBERS = ['uint', 'uint32', 'uint64', 'int', 'int32', 'int64', 'bool'] as const;
export type GoScalar = (typeof NUMBERS)[number] | 'string';

export interface SpecField {
  kind: 'attribute' | 'text' | 'child';
  /** Empty for the element's own text. */
  name: string;
  isList: boolean;
  isAlwaysWritten: boolean;
  /** Of an attribute, a text, or a child element with text only. */
  scalar: GoScalar;
  /** The type of a child element with fields of its own. */
  type: string | undefined;
  /** The first and the last release of KubeVirt 1 that has it; 0 and undefined if all have it. */
  since: number;
  until: number | undefined;
}

const FIELD =
  /^(?<kind>[@#]?)(?<name>[^*!=~]*)(?<list>\*?)(?<always>!?)(?:=(?<type>\w+))?(?:~(?<release>-?\d+))?$/;

const readField = (source: string): SpecField => {
  const { kind, name = '', list, always, type, release } = FIELD.exec(source)?.groups ?? {};
  const scalar = NUMBERS.find((known) => known === type);
  const number = Number(release ?? 0);
  return {
    kind: kind === '@' ? 'attribute' : kind === '#' ? 'text' : 'child',
    name,
    isList: list === '*',
    isAlwaysWritten: always === '!',
    scalar: scalar ?? 'string',
    type: scalar === undefined ? type : undefined,
    since: Math.max(number, 0),
    until: number < 0 ? -number : undefined,
  };
};

const readTypes = (): Map<string, readonly SpecField[]> =>
  new Map(
    DOMAIN_SPEC.trim()
      .replaceAll('\n  ', ' ')
      .split('\n')
      .map((line) => {
        const [name = '', ...fields] = line.split(' ').filter((word) => word !== '');
        return [name.replace(/:$/, ''), fields.map(readField)];
      }),
  );

let types: Map<string, readonly SpecField[]> | undefined;

const specTypes = (): ReadonlyMap<string, readonly SpecField[]> => (types ??= readTypes());

/** The fields of a type of KubeVirt's DomainSpec, in its order. */
export const fieldsOf = (type: string): readonly SpecField[] => specTypes().get(type) ?? [];

/** The newest release that the table was compared with. It stands for a version that is not known. */
const NEWEST = 9;

export const hasField = ({ since, until }: SpecField, kubevirtVersion: string | undefined): boolean =>
  (since === 0 || (isAtLeast(kubevirtVersion, 1, since) ?? since <= NEWEST)) &&
  (until === undefined || isAtLeast(kubevirtVersion, 1, until + 1) === false);

/** The types that elements of this name have in DomainSpec: `source` has several. */
const typesOfElement = (name: string): string[] =>
  name === 'domain'
    ? ['Domain']
    : [...specTypes().values()]
        .flat()
        .flatMap((field) => (field.name === name && field.type !== undefined ? [field.type] : []));

/** The release of KubeVirt 1 from which on an element `parent` keeps an element `name`; undefined where it never does. */
export const keptSince = (parent: string, name: string): number | undefined => {
  const releases = typesOfElement(parent)
    .flatMap(fieldsOf)
    .filter((field) => field.kind === 'child' && field.name === name)
    .map(({ since }) => since);
  return releases.length === 0 ? undefined : Math.min(...releases);
};

/**
 * Whether KubeVirt's DomainSpec has a place for the last of these elements, counted from the domain, or for an attribute
 * of it.
 */
export const hasPlace = (
  names: readonly string[],
  attribute: string | undefined,
  kubevirtVersion: string | undefined,
): boolean => {
  let type: string | undefined = 'Domain';
  for (const name of names.slice(1)) {
    const field: SpecField | undefined = (type === undefined ? [] : fieldsOf(type)).find(
      (one) =>
        one.kind === 'child' && one.name === name.replace(/^kubevirt:/, '') && hasField(one, kubevirtVersion),
    );
    if (field === undefined) {
      return false;
    }
    type = field.type;
  }
  return (
    attribute === undefined ||
    (type !== undefined &&
      fieldsOf(type).some(
        (one) => one.kind === 'attribute' && one.name === attribute && hasField(one, kubevirtVersion),
      ))
  );
};
