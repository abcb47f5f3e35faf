import type { ClusterHost, StoredObject } from '../contract';
import { ApiError } from '../kubevirt/apiError';
import { at, record } from '../kubevirt/untyped';
import { processTemplate } from './processTemplate';
import { PROCESSED_TEMPLATES, TEMPLATE_GROUP, TEMPLATE_TYPES } from './templateTypes';

const API_VERSION = `${TEMPLATE_GROUP}/v1`;

const badRequest = (message: string): ApiError => new ApiError({ code: 400, reason: 'BadRequest', message });

/** The template in a request, in the namespace of its path. Throws ApiError 400. */
const templateOf = (body: unknown, namespace: string | undefined): StoredObject => {
  if (at(body, 'kind') !== 'Template' || at(body, 'apiVersion') !== API_VERSION) {
    throw badRequest('the object provided is unrecognized (must be of type Template)');
  }
  const metadata = record(at(body, 'metadata'));
  if (metadata.namespace !== undefined && metadata.namespace !== namespace) {
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
  }
  return { ...record(body), metadata: { ...metadata, namespace } } as StoredObject;
};

/** Adds OpenShift's templates: the stored ones, and `processedtemplates`, which answers a template with its values. */
export const serveTemplates = (host: ClusterHost): void => {
  host.registerTypes(TEMPLATE_TYPES);
  host.onSubresource(TEMPLATE_GROUP, PROCESSED_TEMPLATES, '', ({ namespace, body }) =>
    Promise.resolve({ code: 201, body: processTemplate(templateOf(body, namespace)) }),
  );
};
