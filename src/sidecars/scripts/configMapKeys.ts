import type { ConfigMap, ManagedFields } from '../objects/resources';

/** Each key of a field that is a map belongs to whoever wrote it last. */
const managedKeys = ({ fieldsV1 }: ManagedFields): string[] =>
  ['f:data', 'f:binaryData']
    .flatMap((field) => Object.keys((fieldsV1?.[field] as object | undefined) ?? {}))
    .flatMap((key) => (key.startsWith('f:') ? [key.slice(2)] : []));

/**
 * The keys of a ConfigMap. Where only its metadata was read, the managed fields name them; without those they are not
 * known, and the answer is undefined.
 */
export const configMapKeys = ({ data, binaryData, metadata }: ConfigMap): string[] | undefined => {
  if (data !== undefined || binaryData !== undefined) {
    return [...Object.keys(data ?? {}), ...Object.keys(binaryData ?? {})];
  }
  const managed = (metadata.managedFields ?? []).filter(({ fieldsV1 }) => fieldsV1 !== undefined);
  return managed.length === 0 ? undefined : managed.flatMap(managedKeys);
};
