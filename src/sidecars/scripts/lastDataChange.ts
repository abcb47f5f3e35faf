import type { ConfigMap, ManagedFields } from '../objects/resources';

const latest = (times: readonly (string | undefined)[]): string | undefined =>
  times.reduce((newest, time) => ((time ?? '') > (newest ?? '') ? time : newest), undefined);

const ownsData = ({ fieldsV1 }: ManagedFields): boolean =>
  fieldsV1 === undefined || 'f:data' in fieldsV1 || 'f:binaryData' in fieldsV1;

/**
 * When the data of a ConfigMap last changed, in RFC 3339; undefined when the object carries no time. Kubernetes
 * keeps one time for all that a client owns, so a client that owns the data and changes a label also counts: this
 * may be later than the real change, never earlier. Without managed fields the time of creation is all there is.
 */
export const lastDataChange = ({ metadata }: ConfigMap): string | undefined =>
  latest([
    metadata.creationTimestamp,
    ...(metadata.managedFields ?? []).filter(ownsData).map(({ time }) => time),
  ]);
