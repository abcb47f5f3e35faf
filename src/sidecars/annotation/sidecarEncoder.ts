import { OrderedObject, type JsonMember } from '../json/jsonSpelling';
import type { Sidecar, WrittenObject } from './sidecar';
import { FIELDS, fieldOf, type ObjectName } from './sidecarFields';

/** The members in the order and spelling of `writtenKeys`, then those that were added. */
const ordered = (
  name: ObjectName,
  values: Readonly<Record<string, unknown>>,
  { extra = {}, writtenKeys }: WrittenObject,
): OrderedObject => {
  const extras = new Map(Object.entries(extra));
  const done = new Set<string>();
  const written = (writtenKeys ?? []).map((key): JsonMember => {
    const field = fieldOf(name, key);
    done.add(field ?? key);
    return [key, field === undefined ? extras.get(key) : values[field]];
  });
  // For a missing key, reading produced an empty text.
  const isMadeUp = (value: unknown): boolean => writtenKeys !== undefined && value === '';
  const added = FIELDS[name]
    .map((field): JsonMember => [field, values[field]])
    .filter(([, value]) => !isMadeUp(value));
  return new OrderedObject([...written, ...[...added, ...extras].filter(([key]) => !done.has(key))]);
};

/** One entry as KubeVirt reads it, with everything that was in it when it was read. */
export const encodeSidecar = (sidecar: Sidecar): OrderedObject => {
  const { image, imagePullPolicy, command, args, configMap, pvc } = sidecar;
  const values = {
    image,
    imagePullPolicy,
    command,
    args,
    configMap: configMap && ordered('configMap', { ...configMap }, configMap),
    pvc: pvc && ordered('pvc', { ...pvc }, pvc),
  };
  return ordered('sidecar', values, sidecar);
};
