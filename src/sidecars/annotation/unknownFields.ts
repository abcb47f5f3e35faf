import type { Sidecar } from './sidecar';

/**
 * The fields of a sidecar that KubeVirt does not know, in the structure of the sidecar. Undefined if there are none.
 */
export const unknownFields = ({ extra, configMap, pvc }: Sidecar): Record<string, unknown> | undefined => {
  const fields = {
    ...extra,
    ...(isEmpty(configMap?.extra) ? {} : { configMap: configMap?.extra }),
    ...(isEmpty(pvc?.extra) ? {} : { pvc: pvc?.extra }),
  };
  return isEmpty(fields) ? undefined : fields;
};

const isEmpty = (fields: Readonly<Record<string, unknown>> | undefined): boolean =>
  fields === undefined || Object.keys(fields).length === 0;
