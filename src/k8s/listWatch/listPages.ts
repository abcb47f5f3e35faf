import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { KubernetesObject } from '../kubernetesObject';
import { resourcePath } from '../resourcePath';
import { nextPageToken } from './nextPageToken';
import { parseInWorker } from './pageParser';
import type { ListedType } from './parsePage';
import type { Projection } from './projection';

/** The first page is small, to be there soon; later ones are large, to be few. */
const FIRST_PAGE = 250;
const LATER_PAGES = 500;

export interface ListWatchQuery {
  model: K8sModel;
  /** Undefined reads all namespaces. */
  namespace: string | undefined;
  labelSelector?: string | undefined;
  fieldSelector?: string | undefined;
  /** Lists only the metadata, where objects may be a megabyte each. Watches, which browsers cannot ask for it, bring all. */
  isMetadataOnly?: boolean;
  /** What is kept of the objects, so that many fit into memory. Undefined keeps all. */
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
): Promise<ArrayBuffer> => {
  const path = queryPath(query, {
    limit: String(token === undefined ? FIRST_PAGE : LATER_PAGES),
    // The API server indents JSON for browsers, twice the bytes.
    pretty: 'false',
    continue: token,
  });
  const response = await consoleFetch(path, {
    method: 'GET',
    signal,
    headers: { Accept: query.isMetadataOnly === true ? METADATA : OBJECTS },
  });
  return response.arrayBuffer();
};

/**
 * Reads a list page by page: one is fetched while the one before it is parsed. Rejects with HttpError; 410 when the list
 * took so long that the server forgot its beginning.
 *
 * @param onPage gets what is kept of the objects of each page and how many are still to come (undefined when not known)
 * @returns the resourceVersion from which to watch
 */
export const listPages = async (
  query: ListWatchQuery,
  onPage: (items: KubernetesObject[], remaining: number | undefined) => void,
  signal: AbortSignal,
): Promise<string> => {
  const type = listedType(query);
  let token: string | undefined;
  /** Resolves when all earlier pages have been handed over. */
  let handedOver = Promise.resolve();
  try {
    for (;;) {
      const bytes = await fetchPage(query, token, signal);
      const earlier = handedOver;
      const parsed = parseInWorker(bytes, type);
      handedOver = Promise.all([parsed, earlier]).then(([{ items, remaining }]) => {
        signal.throwIfAborted();
        onPage(items, remaining);
      });
      // Looked at below, which may be after it failed.
      handedOver.catch(() => undefined);
      token = nextPageToken(bytes) ?? (await parsed).next;
      if (token === undefined) {
        await handedOver;
        return (await parsed).resourceVersion;
      }
      // No more than one page is waiting, however slow this machine is.
      await earlier;
    }
  } finally {
    // A page must not come after the failure of a later one was told.
    await handedOver.catch(() => undefined);
  }
};
