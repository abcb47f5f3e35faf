import type { KubernetesObject } from '../kubernetesObject';
import { project, type Projection } from './projection';

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
