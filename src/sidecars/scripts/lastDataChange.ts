import type { ConfigMap, ManagedFields } from '../objects/resources';

const latest = (times: readonly (string | undefined)[]): string | undefined =>
  times.reduce((newest, time) => ((time ?? '') > (newest ?? '') ? time : newest), undefined);

const ownsData = ({ fieldsV1 }: ManagedFields): boolean =>
  fieldsV1 === undefined || 'f:data' in fieldsV1 || 'f:binaryData' in fieldsV1;

/**
 * When the data of a ConfigMap last changed, in RFC 3339; undefined if the object has no time. Kubernetes has one time
 * for all fields of a field manager, so that a manager that owns the data and changes a label also counts: the result
 * may be later than the real change, but never earlier. Without managed fields it is the time of creation.
 */
export const lastDataChange = ({ metadata }: ConfigMap): string | undefined =>
  latest([
    metadata.creationTimestamp,
    ...(metadata.managedFields ?? []).filter(ownsData).map(({ time }) => time),
  ]);
