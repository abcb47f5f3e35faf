import type { StoredObject } from '../../contract';
import { sameJson } from '../../store/jsonValue';
import { timestamp } from '../../store/metadata';
import { appliedFields, changedFields, mergeFields, type OwnedFields, removeFields } from './ownedFields';

interface ManagerEntry {
  manager?: string;
  operation?: string;
  subresource?: string;
  time?: string;
  fieldsV1?: OwnedFields;
}

/**
 * Notes in `managedFields` who wrote what and when: one entry per manager, operation and subresource, with the fields
 * that it set last. Who sets a field takes it from the others, and an entry keeps its time until its fields change.
 * Fields are told apart two levels deep (`f:data` and its keys), lists and deeper values as a whole; those that were
 * applied to their last level.
 *
 * @param applied what `object` comes from, where it was applied
 */
export const noteManager = (
  object: StoredObject,
  manager: string,
  operation: 'Apply' | 'Update',
  {
    subresource,
    old,
    applied = object,
  }: { subresource?: string | undefined; old?: StoredObject; applied?: StoredObject | undefined } = {},
): void => {
  const changed = changedFields(old, object);
  const known = (object.metadata.managedFields ?? []) as ManagerEntry[];
  const isOwn = (entry: ManagerEntry): boolean =>
    entry.manager === manager && entry.operation === operation && entry.subresource === subresource;
  const before = known.find(isOwn);
  const own = mergeFields(before?.fieldsV1 ?? {}, changed.set);
  const others = known
    .filter((entry) => !isOwn(entry))
    .map((entry) => ({ ...entry, fieldsV1: removeFields(entry.fieldsV1 ?? {}, changed.touched) }))
    .filter(({ fieldsV1 }) => Object.keys(fieldsV1).length > 0);
  const unchanged = before !== undefined && sameJson(changed.touched, {});
  const entry = {
    manager,
    operation,
    apiVersion: object.apiVersion,
    time: unchanged ? before.time : timestamp(),
    fieldsType: 'FieldsV1',
    fieldsV1: operation === 'Apply' ? appliedFields(applied) : removeFields(own, changed.removed),
    ...(subresource === undefined ? {} : { subresource }),
  };
  object.metadata.managedFields = [...others, entry] as NonNullable<typeof object.metadata.managedFields>;
};

/** The fields that `manager` applied before, does not apply now, and shares with nobody: they are removed. */
export const leftOut = (old: StoredObject, manager: string, applied: StoredObject): OwnedFields => {
  const entries = (old.metadata.managedFields ?? []) as ManagerEntry[];
  const isOwn = (entry: ManagerEntry): boolean => entry.manager === manager && entry.operation === 'Apply';
  return entries
    .filter((entry) => !isOwn(entry))
    .reduce(
      (fields, { fieldsV1 = {} }) => removeFields(fields, fieldsV1),
      removeFields(entries.find(isOwn)?.fieldsV1 ?? {}, appliedFields(applied)),
    );
};
