/** The JSON fields that KubeVirt reads, in the order in which new entries are written. */
export const FIELDS = {
  sidecar: ['image', 'imagePullPolicy', 'command', 'args', 'configMap', 'pvc'],
  configMap: ['name', 'key', 'hookPath'],
  pvc: ['name', 'volumePath', 'sharedComputePath'],
} as const;

/**
 * Fields of ConfigMaps in KubeVirt's newest source, with the last release of KubeVirt 1 that is known not to read them; they
 * are not changed. The others came with 1.2.
 */
export const NEWER_FIELDS: Readonly<Record<string, number>> = { checksum: 9 };

export type ObjectName = keyof typeof FIELDS;

/** The field that KubeVirt takes `key` for: it does not mind upper and lower case. */
export const fieldOf = (object: ObjectName, key: string): string | undefined => {
  const folded = key.toLowerCase();
  return FIELDS[object].find((field) => field.toLowerCase() === folded);
};
