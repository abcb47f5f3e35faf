import type { ApiErrorFields } from '../contract';

/** The Status object that the API server answers for an error. */
export const statusOf = ({ code, reason, message, details }: ApiErrorFields): Record<string, unknown> => ({
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Failure',
  message,
  reason,
  details,
  code,
});

/** The Status object of a deletion that is done. */
export const deletedStatus = (
  group: string,
  plural: string,
  name: string,
  uid: string,
): Record<string, unknown> => ({
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Success',
  details: { name, ...(group === '' ? {} : { group }), kind: plural, uid },
});
