import { pointer, type JsonPatchOperation } from '../json/jsonPointer';
import type { KubernetesObject } from '../objects/resources';

/** An object, or an array with its indices as keys. */
type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const without = (fields: Fields, key: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));

const nested = (keys: readonly (string | number)[], value: unknown): unknown =>
  keys.reduceRight((inner, key) => ({ [key]: inner }), value);

/**
 * Sets a value that was absent when `object` was read, and creates missing parents. JSON patch cannot test for absence,
 * and `add` would overwrite what somebody else added meanwhile. So the nearest existing parent is tested to be
 * unchanged. That also fails on unrelated changes of the parent; then the caller reads the object again and retries. If
 * that parent is the object or its metadata, its resourceVersion is tested instead.
 */
export const guardedAdd = (
  object: KubernetesObject,
  keys: readonly (string | number)[],
  value: unknown,
): JsonPatchOperation[] => {
  let parent: Fields = { ...object };
  let depth = 0;
  for (const key of keys.slice(0, -1)) {
    const child = parent[key];
    if (!isFields(child)) {
      break;
    }
    parent = child;
    depth += 1;
  }
  const [missing = '', ...below] = keys.slice(depth);
  const isWhole = depth === 0 || (depth === 1 && keys[0] === 'metadata');
  return [
    isWhole
      ? { op: 'test', path: '/metadata/resourceVersion', value: object.metadata.resourceVersion ?? '' }
      : {
          op: 'test',
          path: pointer(...keys.slice(0, depth)),
          value: below.length === 0 ? without(parent, String(missing)) : parent,
        },
    { op: 'add', path: pointer(...keys.slice(0, depth + 1)), value: nested(below, value) },
  ];
};
