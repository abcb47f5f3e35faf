import type { FieldTree, StoredObject } from '../../contract';
import { isRecord } from '../../store/jsonValue';

const metadata: FieldTree = Object.fromEntries(
  [
    'annotations',
    'creationTimestamp',
    'deletionGracePeriodSeconds',
    'deletionTimestamp',
    'finalizers',
    'generateName',
    'generation',
    'labels',
    'managedFields',
    'name',
    'namespace',
    'ownerReferences',
    'resourceVersion',
    'selfLink',
    'uid',
  ].map((name) => [name, true]),
);

const OF_EVERY_OBJECT = { apiVersion: true, kind: true, metadata } as const;

const prune = (value: unknown, tree: FieldTree, path: string, unknown: string[]): unknown => {
  if (tree === true || !isRecord(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]): [string, unknown][] => {
      const known = Object.hasOwn(tree, name) ? tree[name] : undefined;
      const place = path === '' ? name : `${path}.${name}`;
      if (known === undefined) {
        unknown.push(place);
        return [];
      }
      return [[name, prune(field, known, place, unknown)]];
    }),
  );
};

/** An object without the fields that its type does not know, and the complaints about them. */
export const withoutUnknownFields = (
  object: StoredObject,
  fields: FieldTree | undefined,
): { object: StoredObject; complaints: string[] } => {
  if (fields === undefined || fields === true) {
    return { object, complaints: [] };
  }
  const unknown: string[] = [];
  const pruned = prune(object, { ...OF_EVERY_OBJECT, ...fields }, '', unknown) as StoredObject;
  return {
    object: pruned,
    complaints: unknown.sort().map((path) => `unknown field ${JSON.stringify(path)}`),
  };
};

export const strictFault = (complaints: readonly string[]): string =>
  `strict decoding error: ${complaints.join(', ')}`;
