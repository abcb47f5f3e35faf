import type { StoredObject } from '../../contract';
import { timestamp } from '../../store/metadata';

/**
 * Notes in `managedFields` who wrote last and when: one entry per manager, operation and subresource. Which fields
 * they own is not tracked (`fieldsV1` is empty).
 */
export const noteManager = (
  object: StoredObject,
  manager: string,
  operation: 'Apply' | 'Update',
  subresource?: string,
): void => {
  const entry = {
    manager,
    operation,
    apiVersion: object.apiVersion,
    time: timestamp(),
    fieldsType: 'FieldsV1',
    fieldsV1: {},
    ...(subresource === undefined ? {} : { subresource }),
  };
  const others = (object.metadata.managedFields ?? []).filter(
    (known) =>
      known.manager !== manager ||
      known.operation !== operation ||
      ('subresource' in known ? known.subresource : undefined) !== subresource,
  );
  object.metadata.managedFields = [...others, entry];
};
