import { ApiError } from '../store/apiError';

/** In which form a client wants objects: whole, as a Table (kubectl get), or metadata only. */
export type Presentation = 'Object' | 'Table' | 'PartialObjectMetadata';

const JSON_TYPES = ['application/json', 'application/*', '*/*'];

/** Reads an Accept header; the first form that can be served wins. Throws ApiError 406 when there is none. */
export const presentationOf = (accept: string | undefined): Presentation => {
  if (accept === undefined || accept === '') {
    return 'Object';
  }
  for (const range of accept.split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
    const values = new Map(parameters.map((parameter) => parameter.split('=', 2) as [string, string]));
    const as = values.get('as');
    if (!JSON_TYPES.includes(type)) {
      continue;
    }
    if (as === undefined) {
      return 'Object';
    }
    if (values.get('g') === 'meta.k8s.io' && values.get('v') === 'v1') {
      if (as === 'Table') {
        return 'Table';
      }
      if (as === 'PartialObjectMetadata' || as === 'PartialObjectMetadataList') {
        return 'PartialObjectMetadata';
      }
    }
  }
  throw new ApiError(
    406,
    'NotAcceptable',
    'only the following media types are accepted: application/json, application/json;as=Table;v=v1;g=meta.k8s.io, application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io, application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io',
  );
};
