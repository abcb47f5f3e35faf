import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { consoleFetch, consoleFetchJSON, k8sGet } from '@openshift-console/dynamic-plugin-sdk';
import { KUBERNETES, resourcePath } from './resourcePath';

/** Reads one object. Rejects with HttpError. */
export const getObject = async <T extends K8sResourceCommon>(
  model: K8sModel,
  namespace: string | undefined,
  name: string,
): Promise<T> => k8sGet<T>({ model, name, ns: namespace });

/** Reads a whole list in one request; undefined reads all namespaces. Rejects with HttpError. */
export const listObjects = async <T extends K8sResourceCommon>(
  model: K8sModel,
  namespace: string | undefined,
  labelSelector?: string,
): Promise<T[]> => {
  // Otherwise the API server indents JSON for browsers, which doubles its size.
  const query = new URLSearchParams({ pretty: 'false', ...(labelSelector && { labelSelector }) });
  const list = (await consoleFetchJSON(`${resourcePath(model, { namespace })}?${query.toString()}`)) as {
    items: T[];
  };
  return list.items.map((item) => ({
    ...item,
    apiVersion: model.apiGroup === undefined ? model.apiVersion : `${model.apiGroup}/${model.apiVersion}`,
    kind: model.kind,
  }));
};

/** Reads a discovery document, such as `/apis/hco.kubevirt.io`. Rejects with HttpError. */
export const getApiDocument = async <T>(path: string): Promise<T> =>
  (await consoleFetchJSON(`${KUBERNETES}${path}`)) as T;

/** Reads plain text, such as a pod's log. Rejects with HttpError. */
export const getText = async (path: string, signal?: AbortSignal): Promise<Response> =>
  consoleFetch(path, signal === undefined ? {} : { signal });
