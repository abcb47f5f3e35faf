import type { KubernetesObject } from '../../sidecars/objects/resources';
import { PRUNERS, type KeptName, type KeptObjects } from '../../sidecars/rows/prune';

/** What a list says once for all its items, which themselves may carry neither. */
export interface ListedType<Name extends KeptName> {
  kept: Name;
  apiVersion: string;
  kind: string;
}

export interface ParsedPage<Name extends KeptName> {
  items: KeptObjects[Name][];
  resourceVersion: string;
  /** The token of the next page; undefined on the last one. */
  next: string | undefined;
  /** How many objects are still to come; undefined when not known. */
  remaining: number | undefined;
}

interface ListBody<T> {
  metadata: { resourceVersion: string; continue?: string; remainingItemCount?: number };
  items: T[] | null;
}

/** Reduces one object to what is kept of it. */
export const keepOf = <Name extends KeptName>(
  { kept, apiVersion, kind }: ListedType<Name>,
  object: KubernetesObject,
): KeptObjects[Name] => PRUNERS[kept]({ ...object, apiVersion, kind } as unknown as KeptObjects[Name]);

/** Reads the JSON text of one page of a list. Throws SyntaxError. */
export const parsePage = <Name extends KeptName>(
  bytes: ArrayBuffer,
  type: ListedType<Name>,
): ParsedPage<Name> => {
  const { metadata, items } = JSON.parse(new TextDecoder().decode(bytes)) as ListBody<KubernetesObject>;
  const isLast = metadata.continue === undefined || metadata.continue === '';
  return {
    items: (items ?? []).map((item) => keepOf(type, item)),
    resourceVersion: metadata.resourceVersion,
    next: isLast ? undefined : metadata.continue,
    remaining: isLast ? 0 : metadata.remainingItemCount,
  };
};
