import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { KubernetesObject } from '../kubernetesObject';
import { resourcePath } from '../resourcePath';
import { parsePage, type ListedType, type Projection } from './parsePage';

/** The first page is small, to arrive early; later ones are large, to need few requests. */
const FIRST_PAGE = 250;
const LATER_PAGES = 500;

export interface ListWatchQuery {
  model: K8sModel;
  /** Undefined reads all namespaces. */
  namespace: string | undefined;
  labelSelector?: string | undefined;
  fieldSelector?: string | undefined;
  /** Lists only metadata, because objects may have a megabyte each. A browser's watch cannot, and gets whole objects. */
  isMetadataOnly?: boolean;
  /** Projection of the objects, so that many fit into memory. Undefined keeps whole objects. */
  fields?: Projection | undefined;
}

const OBJECTS = 'application/json';
const METADATA = `application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,${OBJECTS}`;

export const listedType = ({ fields, model }: ListWatchQuery): ListedType => ({
  fields,
  apiVersion: model.apiGroup === undefined ? model.apiVersion : `${model.apiGroup}/${model.apiVersion}`,
  kind: model.kind,
});

export const queryPath = (
  { model, namespace, labelSelector, fieldSelector }: ListWatchQuery,
  more: Record<string, string | undefined>,
): string => {
  const parameters = Object.entries({ labelSelector, fieldSelector, ...more }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return `${resourcePath(model, { namespace })}?${new URLSearchParams(parameters).toString()}`;
};

const fetchPage = async (
  query: ListWatchQuery,
  token: string | undefined,
  signal: AbortSignal,
): Promise<string> => {
  const path = queryPath(query, {
    limit: String(token === undefined ? FIRST_PAGE : LATER_PAGES),
    // Otherwise the API server indents JSON for browsers, which doubles its size.
    pretty: 'false',
    continue: token,
  });
  const response = await consoleFetch(path, {
    method: 'GET',
    signal,
    headers: { Accept: query.isMetadataOnly === true ? METADATA : OBJECTS },
  });
  return response.text();
};

/**
 * Reads a list page by page. Rejects with HttpError; 410 if the list took so long that its continue token expired.
 *
 * @param onPage gets the projected objects of each page and the number of remaining ones (undefined if not known)
 * @returns the resourceVersion for a watch
 */
export const listPages = async (
  query: ListWatchQuery,
  onPage: (items: KubernetesObject[], remaining: number | undefined) => void,
  signal: AbortSignal,
): Promise<string> => {
  const type = listedType(query);
  let token: string | undefined;
  for (;;) {
    const text = await fetchPage(query, token, signal);
    signal.throwIfAborted();
    const { items, remaining, next, resourceVersion } = parsePage(text, type);
    onPage(items, remaining);
    if (next === undefined) {
      return resourceVersion;
    }
    token = next;
  }
};
