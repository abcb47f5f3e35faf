import type { KubernetesObject } from '../kubernetesObject';

/**
 * The fields of an object to keep: `true` keeps a whole value, `{}` only its presence; for an array it applies to each item.
 * Plain data, so that it can be posted to a worker.
 */
export interface Projection {
  readonly [field: string]: true | Projection;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const projected = (value: unknown, projection: true | Projection): unknown => {
  if (projection === true) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => projected(item, projection));
  }
  return isRecord(value) ? project(value, projection) : undefined;
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

/** The messages to and from the worker. */
export interface ParseQuestion {
  id: number;
  bytes: ArrayBuffer;
  type: ListedType;
}
export type ParseAnswer = { id: number; page: ParsedPage } | { id: number; problem: string };

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
export const parsePage = (bytes: ArrayBuffer, type: ListedType): ParsedPage => {
  const { metadata, items } = JSON.parse(new TextDecoder().decode(bytes)) as ListBody;
  const isLast = metadata.continue === undefined || metadata.continue === '';
  return {
    items: (items ?? []).map((item) => keepOf(type, item)),
    resourceVersion: metadata.resourceVersion,
    next: isLast ? undefined : metadata.continue,
    remaining: isLast ? 0 : metadata.remainingItemCount,
  };
};

/** A list's metadata is flat and at most this long, in bytes. */
const METADATA_BYTES = 8 * 1024;

/** Typed resources begin with their metadata; custom resources end with it, because their keys are sorted. */
const AT_START = /^\s*\{(?:\s*"(?:kind|apiVersion)"\s*:\s*"[^"\\]*"\s*,)*\s*"metadata"\s*:\s*(\{[^{}]*\})/;
const AT_END = /"metadata"\s*:\s*(\{[^{}]*\})\s*\}\s*$/;

const decode = (bytes: ArrayBuffer, from: number, to: number): string =>
  new TextDecoder().decode(new Uint8Array(bytes).subarray(Math.max(0, from), to));

/**
 * The token of the next page, found without parsing this one, so that the next request can start earlier.
 *
 * @returns undefined if there is none, or if it is not where this function searches; then only parsing can tell
 */
export const nextPageToken = (bytes: ArrayBuffer): string | undefined => {
  const metadata =
    AT_START.exec(decode(bytes, 0, METADATA_BYTES))?.[1] ??
    AT_END.exec(decode(bytes, bytes.byteLength - METADATA_BYTES, bytes.byteLength))?.[1];
  if (metadata === undefined) {
    return undefined;
  }
  try {
    const { continue: token } = JSON.parse(metadata) as { continue?: unknown };
    return typeof token === 'string' && token !== '' ? token : undefined;
  } catch {
    // The parser reports pages that are not JSON.
    return undefined;
  }
};
