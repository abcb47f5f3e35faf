import type { StoredObject } from '../contract';
import type { ObjectMeta } from '../../../src/sidecars/objects/resources';

/** The metadata that only the API server itself deals with. */
export interface ServerMeta extends ObjectMeta {
  finalizers?: string[];
  deletionGracePeriodSeconds?: number;
}

export const metaOf = (object: StoredObject): ServerMeta => object.metadata;

/** Time as Kubernetes writes it: UTC with whole seconds. */
export const timestamp = (time: Date = new Date()): string => time.toISOString().replace(/\.\d+Z$/, 'Z');

/**
 * The sort key of an object. Namespaces cannot contain the separator, and it sorts before every character of a name, so the
 * objects of one namespace are adjacent, in order of name.
 */
export const objectKey = (namespace: string | undefined, name: string): string =>
  namespace === undefined ? name : `${namespace}\u0000${name}`;

export const keyOf = (object: StoredObject): string =>
  objectKey(object.metadata.namespace, object.metadata.name);
