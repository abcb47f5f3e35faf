import type { ConfigMap, ManagedFields } from '../objects/resources';

/** All keys of a whole ConfigMap, including binary data: KubeVirt mounts both. */
export const keysOf = ({ data = {}, binaryData = {} }: Pick<ConfigMap, 'data' | 'binaryData'>): string[] => [
  ...Object.keys(data),
  ...Object.keys(binaryData),
];

/** The same in alphabetical order, for the user to read. */
export const sortedKeysOf = (configMap: ConfigMap): string[] =>
  keysOf(configMap).sort((one, other) => one.localeCompare(other));

/** In a field that is a map, each key belongs to its last writer. */
const managedKeys = ({ fieldsV1 }: ManagedFields): string[] =>
  ['f:data', 'f:binaryData']
    .flatMap((field) => Object.keys((fieldsV1?.[field] as object | undefined) ?? {}))
    .flatMap((key) => (key.startsWith('f:') ? [key.slice(2)] : []));

/**
 * The keys of a ConfigMap. If only its metadata was read, they are taken from the managed fields; undefined without
 * those.
 */
export const configMapKeys = (configMap: ConfigMap): string[] | undefined => {
  const { data, binaryData, metadata } = configMap;
  if (data !== undefined || binaryData !== undefined) {
    return keysOf(configMap);
  }
  const managed = (metadata.managedFields ?? []).filter(({ fieldsV1 }) => fieldsV1 !== undefined);
  return managed.length === 0 ? undefined : managed.flatMap(managedKeys);
};
