import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';

/** The console's proxy to the API server. */
export const KUBERNETES = '/api/kubernetes';

/** The path of a resource type, an object in it, or a subresource of that, below the console's API proxy. */
export const resourcePath = (
  model: Pick<K8sModel, 'apiGroup' | 'apiVersion' | 'plural'>,
  target: { namespace?: string | undefined; name?: string; subresource?: string },
): string =>
  [
    KUBERNETES,
    ...(model.apiGroup === undefined ? ['api'] : ['apis', model.apiGroup]),
    model.apiVersion,
    ...(target.namespace === undefined ? [] : ['namespaces', encodeURIComponent(target.namespace)]),
    model.plural,
    ...(target.name === undefined ? [] : [encodeURIComponent(target.name)]),
    ...(target.subresource === undefined ? [] : [target.subresource]),
  ].join('/');
