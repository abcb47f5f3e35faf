import type { KubernetesObject } from '../kubernetesObject';

/**
 * The fields of an object to keep: `true` keeps a whole value, `keys` an object's keys with empty texts, `{}` only its
 * presence; for an array it applies to each item.
 */
export interface Projection {
  readonly [field: string]: Kept;
}

type Kept = true | 'keys' | Projection;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const projected = (value: unknown, projection: Kept): unknown => {
  if (projection === true) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => projected(item, projection));
  }
  if (!isRecord(value)) {
    return undefined;
  }
  return projection === 'keys'
    ? Object.fromEntries(Object.keys(value).map((key) => [key, '']))
    : project(value, projection);
};

/** Returns a copy with only the fields of the projection. Omits values that should be objects but are not. */
export const project = (object: object, projection: Projection): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(projection).flatMap(([field, inner]) => {
      const value = Object.hasOwn(object, field)
        ? projected((object as Record<string, unknown>)[field], inner)
        : undefined;
      return value === undefined ? [] : [[field, value]];
    }),
  );

/** The type of a list's items, which they may lack themselves, and their projection. */
export interface ListedType {
  apiVersion: string;
  kind: string;
  /** Undefined keeps whole objects. */
  fields: Projection | undefined;
}

export interface ParsedPage {
  items: KubernetesObject[];
  resourceVersion: string;
  /** The token of the next page; undefined on the last one. */
  next: string | undefined;
  /** Number of remaining objects; undefined if not known. */
  remaining: number | undefined;
}

interface ListBody {
  metadata: { resourceVersion: string; continue?: string; remainingItemCount?: number };
  items: KubernetesObject[] | null;
}

/** Projects one object. */
export const keepOf = (
  { fields, apiVersion, kind }: ListedType,
  object: KubernetesObject,
): KubernetesObject =>
  ({ ...(fields === undefined ? object : project(object, fields)), apiVersion, kind }) as KubernetesObject;

/** Parses the JSON of one page of a list. Throws SyntaxError. */
export const parsePage = (text: string, type: ListedType): ParsedPage => {
  const { metadata, items } = JSON.parse(text) as ListBody;
  const isLast = metadata.continue === undefined || metadata.continue === '';
  return {
    items: (items ?? []).map((item) => keepOf(type, item)),
    resourceVersion: metadata.resourceVersion,
    next: isLast ? undefined : metadata.continue,
    remaining: isLast ? 0 : metadata.remainingItemCount,
  };
};
