import type { StoredObject } from '../../contract';
import { sameJson } from '../../store/jsonValue';

/** Field names with the prefix `f:`, as Kubernetes' FieldsV1; an empty object is a field as a whole. */
export interface OwnedFields {
  [field: string]: OwnedFields;
}

type JsonObject = Record<string, unknown>;

const isRecord = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Labels and annotations are what people own of the metadata; the rest is the server's. */
const ownable = (object: StoredObject | undefined): JsonObject => {
  if (object === undefined) {
    return {};
  }
  const { labels, annotations } = object.metadata;
  const rest = Object.entries(object).filter(([name]) => !['apiVersion', 'kind', 'metadata'].includes(name));
  return {
    ...Object.fromEntries(rest),
    ...(labels === undefined ? {} : { 'metadata labels': labels }),
    ...(annotations === undefined ? {} : { 'metadata annotations': annotations }),
  };
};

/** The names of the second level, or undefined for a value that is owned as a whole. */
const children = (value: unknown): JsonObject | undefined => (isRecord(value) ? value : undefined);

const put = (fields: OwnedFields, top: string, child: string | undefined): void => {
  const path = top.startsWith('metadata ')
    ? ['f:metadata', `f:${top.slice('metadata '.length)}`]
    : [`f:${top}`];
  let place = fields;
  for (const step of child === undefined ? path : [...path, `f:${child}`]) {
    place = place[step] ??= {};
  }
};

export interface ChangedFields {
  /** Fields that have a new value. */
  set: OwnedFields;
  /** Fields that are gone. */
  removed: OwnedFields;
  /** Both. */
  touched: OwnedFields;
}

/** What differs between two states of an object; all of it without an old one. */
export const changedFields = (old: StoredObject | undefined, next: StoredObject): ChangedFields => {
  const [before, after] = [ownable(old), ownable(next)];
  const changed: ChangedFields = { set: {}, removed: {}, touched: {} };
  const note = (gone: boolean, top: string, child?: string): void => {
    put(gone ? changed.removed : changed.set, top, child);
    put(changed.touched, top, child);
  };
  for (const top of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[top], after[top]];
    const [wasChildren, isChildren] = [children(was), children(is)];
    if (sameJson(was, is)) {
      continue;
    }
    if (wasChildren === undefined && isChildren === undefined) {
      note(is === undefined, top);
      continue;
    }
    for (const child of new Set([...Object.keys(wasChildren ?? {}), ...Object.keys(isChildren ?? {})])) {
      if (!sameJson(wasChildren?.[child], isChildren?.[child])) {
        note(isChildren?.[child] === undefined, top, child);
      }
    }
  }
  return changed;
};

export const mergeFields = (fields: OwnedFields, more: OwnedFields): OwnedFields => {
  const merged: OwnedFields = { ...fields };
  for (const [name, below] of Object.entries(more)) {
    merged[name] = mergeFields(merged[name] ?? {}, below);
  }
  return merged;
};

/** Takes away the leaves of `gone` with all below them, and what has become empty by that. */
export const removeFields = (fields: OwnedFields, gone: OwnedFields): OwnedFields => {
  const left: OwnedFields = {};
  for (const [name, below] of Object.entries(fields)) {
    const goneBelow = gone[name];
    if (goneBelow === undefined) {
      left[name] = below;
      continue;
    }
    const rest = Object.keys(goneBelow).length === 0 ? {} : removeFields(below, goneBelow);
    if (Object.keys(rest).length > 0) {
      left[name] = rest;
    }
  }
  return left;
};

const fieldsBelow = (value: unknown): OwnedFields =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([name, below]) => [`f:${name}`, fieldsBelow(below)]))
    : {};

/** All that an applied object names, to its last level; lists are fields as a whole. */
export const appliedFields = ({ metadata, ...object }: StoredObject): OwnedFields => {
  const { labels, annotations } = metadata;
  const fields = fieldsBelow({
    ...object,
    metadata: {
      ...(labels === undefined ? {} : { labels }),
      ...(annotations === undefined ? {} : { annotations }),
    },
  });
  return removeFields(fields, {
    'f:apiVersion': {},
    'f:kind': {},
    ...((labels ?? annotations) ? {} : { 'f:metadata': {} }),
  });
};

/** The value without these fields, and without what has become empty by that. */
export const withoutFields = (value: unknown, gone: OwnedFields): unknown =>
  isRecord(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([name, below]): [string, unknown][] => {
          const goneBelow = gone[`f:${name}`];
          if (goneBelow === undefined) {
            return [[name, below]];
          }
          const rest = Object.keys(goneBelow).length === 0 ? {} : withoutFields(below, goneBelow);
          return isRecord(rest) && Object.keys(rest).length === 0 ? [] : [[name, rest]];
        }),
      )
    : value;
