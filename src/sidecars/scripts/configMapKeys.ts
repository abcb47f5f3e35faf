import type { ConfigMap, ManagedFields } from '../objects/resources';

/** In a field that is a map, each key belongs to its last writer. */
const managedKeys = ({ fieldsV1 }: ManagedFields): string[] =>
  ['f:data', 'f:binaryData']
    .flatMap((field) => Object.keys((fieldsV1?.[field] as object | undefined) ?? {}))
    .flatMap((key) => (key.startsWith('f:') ? [key.slice(2)] : []));

/**
 * The keys of a ConfigMap. If only its metadata was read, they are taken from the managed fields; undefined without
 * those.
 */
export const configMapKeys = ({ data, binaryData, metadata }: ConfigMap): string[] | undefined => {
  if (data !== undefined || binaryData !== undefined) {
    return [...Object.keys(data ?? {}), ...Object.keys(binaryData ?? {})];
  }
  const managed = (metadata.managedFields ?? []).filter(({ fieldsV1 }) => fieldsV1 !== undefined);
  return managed.length === 0 ? undefined : managed.flatMap(managedKeys);
};
