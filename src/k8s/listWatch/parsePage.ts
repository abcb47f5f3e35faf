import type { KubernetesObject } from '../kubernetesObject';
import { project, type Projection } from './projection';

/** What a list says once for all its items, which themselves may carry neither, and what is kept of them. */
export interface ListedType {
  apiVersion: string;
  kind: string;
  /** Undefined keeps all. */
  fields: Projection | undefined;
}

export interface ParsedPage {
  items: KubernetesObject[];
  resourceVersion: string;
  /** The token of the next page; undefined on the last one. */
  next: string | undefined;
  /** How many objects are still to come; undefined when not known. */
  remaining: number | undefined;
}

/** What is posted to the worker, and what comes back. */
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

/** Reduces one object to what is kept of it. */
export const keepOf = (
  { fields, apiVersion, kind }: ListedType,
  object: KubernetesObject,
): KubernetesObject =>
  ({ ...(fields === undefined ? object : project(object, fields)), apiVersion, kind }) as KubernetesObject;

/** Reads the JSON text of one page of a list. Throws SyntaxError. */
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
