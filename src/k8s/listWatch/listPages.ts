import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { KubernetesObject } from '../../sidecars/resources';
import { resourcePath } from '../resourcePath';

/** Small enough that parsing one takes less than a frame, large enough that ten thousand objects take few requests. */
const PAGE_SIZE = 250;

export interface ListWatchQuery<T extends KubernetesObject> {
  model: K8sModel;
  /** Undefined reads all namespaces. */
  namespace: string | undefined;
  labelSelector?: string;
  fieldSelector?: string;
  /** Keeps of an object only what is needed, so that many fit into memory. Must keep its identity. */
  prune: (object: T) => T;
}

export const queryPath = <T extends KubernetesObject>(
  { model, namespace, labelSelector, fieldSelector }: ListWatchQuery<T>,
  more: Record<string, string>,
): string => {
  const parameters = new URLSearchParams({
    ...(labelSelector === undefined ? {} : { labelSelector }),
    ...(fieldSelector === undefined ? {} : { fieldSelector }),
    ...more,
  });
  return `${resourcePath(model, { namespace })}?${parameters.toString()}`;
};

interface ListPage<T> {
  metadata: { resourceVersion: string; continue?: string; remainingItemCount?: number };
  items: T[];
}

/**
 * Reads a list page by page. Rejects with HttpError; 410 when the list took so long that the server forgot its
 * beginning.
 *
 * @param onPage gets the pruned objects of each page and how many are still to come (undefined when not known)
 * @returns the resourceVersion from which to watch
 */
export const listPages = async <T extends KubernetesObject>(
  query: ListWatchQuery<T>,
  onPage: (items: T[], remaining: number | undefined) => void,
  signal: AbortSignal,
): Promise<string> => {
  const { model, prune } = query;
  const apiVersion =
    model.apiGroup === undefined ? model.apiVersion : `${model.apiGroup}/${model.apiVersion}`;
  let next: string | undefined;
  for (;;) {
    // pretty=false: the API server indents JSON for browsers, twice the bytes.
    const path = queryPath(query, {
      limit: String(PAGE_SIZE),
      pretty: 'false',
      ...(next === undefined ? {} : { continue: next }),
    });
    const page = (await consoleFetchJSON(path, 'GET', { signal })) as ListPage<T>;
    signal.throwIfAborted();
    next = page.metadata.continue;
    // Items of a list carry neither apiVersion nor kind.
    onPage(
      page.items.map((item) => prune({ ...item, apiVersion, kind: model.kind })),
      next === undefined || next === '' ? 0 : page.metadata.remainingItemCount,
    );
    if (next === undefined || next === '') {
      return page.metadata.resourceVersion;
    }
  }
};
