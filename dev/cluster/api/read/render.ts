import type { StoredObject } from '../../contract';
import { without } from '../../store/jsonValue';
import type { ResourceRequest } from '../resourceRequest';
import { apiVersionOf } from '../resourceRequest';
import { metadataOnly, tableOf } from './table';

/** Stored objects are frozen, so that the text of one holds for as long as it lives. */
const texts = new WeakMap<StoredObject, string>();

const textOf = (object: StoredObject): string => {
  let text = texts.get(object);
  if (text === undefined) {
    text = JSON.stringify(object);
    texts.set(object, text);
  }
  return text;
};

/** JSON of an object in the version that was asked for. */
const objectText = (request: ResourceRequest, object: StoredObject): string => {
  const apiVersion = apiVersionOf(request);
  return object.apiVersion === apiVersion ? textOf(object) : JSON.stringify({ ...object, apiVersion });
};

/** JSON of one object in the form that the client wants. */
export const renderOne = (request: ResourceRequest, object: StoredObject): string => {
  switch (request.presentation) {
    case 'Table': {
      const { resourceVersion } = object.metadata;
      return JSON.stringify(tableOf(request.type, [object], { resourceVersion }, request.query));
    }
    case 'PartialObjectMetadata':
      return JSON.stringify(metadataOnly(object));
    case 'Object':
      return objectText(request, object);
  }
};

/** Lists of built-in types leave kind and apiVersion of their items out; those of custom types do not. */
const itemText = (request: ResourceRequest, object: StoredObject): string => {
  if (request.type.custom) {
    return objectText(request, object);
  }
  return JSON.stringify(without(object, 'apiVersion', 'kind'));
};

/** JSON of a list in the form that the client wants; `metadata` is that of the list. */
export const renderList = (
  request: ResourceRequest,
  objects: readonly StoredObject[],
  metadata: Record<string, unknown>,
): string => {
  switch (request.presentation) {
    case 'Table':
      return JSON.stringify(tableOf(request.type, objects, metadata, request.query));
    case 'PartialObjectMetadata':
      return JSON.stringify({
        kind: 'PartialObjectMetadataList',
        apiVersion: 'meta.k8s.io/v1',
        metadata,
        items: objects.map(metadataOnly),
      });
    case 'Object': {
      const kind = JSON.stringify(`${request.type.kind}List`);
      const apiVersion = JSON.stringify(apiVersionOf(request));
      const items = objects.map((object) => itemText(request, object)).join(',');
      const about = JSON.stringify(metadata);
      // Custom resources are written as maps, with sorted keys: what a list says of itself comes last.
      return request.type.custom
        ? `{"apiVersion":${apiVersion},"items":[${items}],"kind":${kind},"metadata":${about}}`
        : `{"kind":${kind},"apiVersion":${apiVersion},"metadata":${about},"items":[${items}]}`;
    }
  }
};
