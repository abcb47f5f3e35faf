import { hasPlace } from '../domainSpec/specType';
import { readXml } from '../domainSpec/readXml';
import type { XmlElement } from '../domainSpec/xmlElement';
import { callDiff } from './callDiff';
import type { Change, ElementNames } from './diff/domainDiff';
import type { HookCall } from './hookCall';
import { nativeFieldFor, type SetValue } from './nativeFields';

/** `path` is the place of the change that it is about, `call` the first call with such a change. */
export type Advice = { call: number; path: string } & (
  | { code: 'native'; field: string }
  /** KubeVirt's schema has no place for `lost`. */
  | { code: 'lostBetweenCalls'; lost: string }
  | { code: 'sessionMode' }
  | { code: 'identity' }
);

const setIn = (
  names: ElementNames,
  element: XmlElement,
  parent: XmlElement | undefined,
  domain: XmlElement,
): SetValue[] => {
  const place = names.join('/');
  const common = { element, parent, domain };
  return [
    { place, value: element.text.trim(), ...common },
    ...Array.from(element.attributes, ([name, value]) => ({ place: `${place}/@${name}`, value, ...common })),
    ...element.children.flatMap((child) => setIn([...names, child.name], child, element, domain)),
  ];
};

const valuesOf = (change: Change, domain: XmlElement): SetValue[] => {
  const { names, element, parent } = change;
  const place = names.join('/');
  switch (change.kind) {
    case 'added':
      return setIn(names, element, parent, domain);
    case 'attribute':
      return change.after === undefined
        ? []
        : [{ place: `${place}/@${change.attribute}`, value: change.after, element, parent, domain }];
    case 'text':
      return [{ place, value: change.after.trim(), element, parent, domain }];
    default:
      return [];
  }
};

/** The first part of an added element that KubeVirt's schema has no place for. */
const lostIn = (
  names: ElementNames,
  element: XmlElement,
  version: string | undefined,
): string | undefined => {
  if (!hasPlace(names, undefined, version)) {
    return `<${element.name}>`;
  }
  const attribute = [...element.attributes.keys()].find((name) => !hasPlace(names, name, version));
  if (attribute !== undefined) {
    return `${element.name}/@${attribute}`;
  }
  for (const child of element.children) {
    const lost = lostIn([...names, child.name], child, version);
    if (lost !== undefined) {
      return lost;
    }
  }
  return undefined;
};

const lostOf = (change: Change, version: string | undefined): string | undefined => {
  if (change.kind === 'added') {
    return lostIn(change.names, change.element, version);
  }
  return change.kind === 'attribute' &&
    change.after !== undefined &&
    !hasPlace(change.names, change.attribute, version)
    ? `${change.element.name}/@${change.attribute}`
    : undefined;
};

const IDENTITY = /^domain\/(?:name|uuid|memory|currentMemory|vcpu|metadata)(?:\/|$)/;
const BANDWIDTH = /^domain\/devices\/interface\/bandwidth(?:\/|$)/;

const adviceOnChange = (
  change: Change,
  call: number,
  domain: XmlElement,
  version: string | undefined,
): Advice[] => {
  const common = { call, path: change.path };
  const values = valuesOf(change, domain);
  const fields = new Set(values.flatMap((value) => nativeFieldFor(value, version) ?? []));
  const lost = lostOf(change, version);
  return [
    ...(IDENTITY.test(change.names.join('/')) ? [{ code: 'identity' as const, ...common }] : []),
    ...(values.some(({ place }) => BANDWIDTH.test(place))
      ? [{ code: 'sessionMode' as const, ...common }]
      : []),
    ...Array.from(fields, (field) => ({ code: 'native' as const, field, ...common })),
    ...(lost === undefined ? [] : [{ code: 'lostBetweenCalls' as const, lost, ...common }]),
  ];
};

/** What follows from the changes of these calls alone. The same is said only once. */
export const adviceOn = (calls: readonly HookCall[], kubevirtVersion: string | undefined): Advice[] => {
  const found = new Map<string, Advice>();
  for (const call of calls.filter(({ hookPoint }) => hookPoint === 'onDefineDomain')) {
    const output = readXml(call.output);
    const advice =
      output.kind === 'read'
        ? callDiff(call).changes.flatMap((change) =>
            adviceOnChange(change, call.call, output.root, kubevirtVersion),
          )
        : [];
    for (const one of advice) {
      const key = JSON.stringify({ ...one, call: undefined });
      found.set(key, found.get(key) ?? one);
    }
  }
  return [...found.values()];
};
