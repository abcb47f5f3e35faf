import { parse } from 'yaml';
import type { StoredObject } from '../../contract';
import { badRequest } from '../../store/apiError';
import type { ResourceRequest } from '../resourceRequest';
import { goTypeOf } from '../goTypes';
import { apiVersionOf } from '../resourceRequest';
import { isRecord } from '../../store/jsonValue';
import { strictFault, withoutUnknownFields } from './unknownFields';

/** What Go's JSON parser says of a text that JSON.parse refuses with this message. */
const goJsonFault = (error: unknown): string => {
  const message = error instanceof Error ? error.message : '';
  const token = /^Unexpected token '?(.)'?/u.exec(message)?.[1];
  return token === undefined
    ? 'unexpected end of JSON input'
    : `invalid character '${token}' looking for beginning of value`;
};

/** Parses JSON; throws what `fault` makes of the parser's complaint, as Go's parser would word it. */
export const parseJson = (body: string, fault: (why: string) => Error): unknown => {
  try {
    return JSON.parse(body) as unknown;
  } catch (error) {
    throw fault(goJsonFault(error));
  }
};

/** YAML, of which JSON is a part. Throws ApiError 400. */
export const parseYaml = (body: string): unknown => {
  try {
    return parse(body) as unknown;
  } catch (error) {
    throw badRequest(`error decoding YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** The beginning of a body, as the API server quotes it. */
const summary = (body: string): string => {
  if (body === '') {
    return '<empty>';
  }
  return body.length > 30 ? `${body.slice(0, 30)} ...` : body;
};

const checkStringMap = (kind: string, field: 'labels' | 'annotations', value: unknown): void => {
  if (value === undefined || value === null) {
    return;
  }
  const wrong = isRecord(value) ? Object.values(value).find((item) => typeof item !== 'string') : value;
  if (wrong !== undefined) {
    const shape = isRecord(value) ? 'string' : 'map[string]string';
    throw badRequest(
      `${kind} in version "v1" cannot be handled as a ${kind}: json: cannot unmarshal ${goTypeOf(wrong)} into Go struct field ObjectMeta.metadata.${field} of type ${shape}`,
    );
  }
};

/** Makes sure that a value is an object of the request's kind with usable metadata. Throws ApiError 400. */
export const asObject = (request: ResourceRequest, value: unknown, body: string): StoredObject => {
  const { kind } = request.type;
  const unrecognized = (why: string): Error =>
    badRequest(`the object provided is unrecognized (must be of type ${kind}): ${why} (${summary(body)})`);
  if (!isRecord(value)) {
    throw unrecognized("couldn't get version/kind; json parse error: the body is no object");
  }
  if (typeof value.kind !== 'string' || value.kind === '') {
    throw badRequest(`Object 'Kind' is missing in '${summary(body)}'`);
  }
  if (typeof value.apiVersion !== 'string' || value.apiVersion === '') {
    throw badRequest(`Object 'apiVersion' is missing in '${summary(body)}'`);
  }
  if (value.kind !== kind) {
    throw badRequest(
      `${value.kind} in version ${JSON.stringify(value.apiVersion)} cannot be handled as a ${kind}: the kind in the data does not match the kind of the resource`,
    );
  }
  if (value.apiVersion !== apiVersionOf(request)) {
    throw badRequest(
      `the API version in the data (${value.apiVersion}) does not match the expected API version (${apiVersionOf(request)})`,
    );
  }
  const metadata = value.metadata ?? {};
  if (!isRecord(metadata)) {
    throw unrecognized('metadata is no object');
  }
  checkStringMap(kind, 'labels', metadata.labels);
  checkStringMap(kind, 'annotations', metadata.annotations);
  return {
    ...value,
    apiVersion: value.apiVersion,
    kind,
    metadata: { ...metadata, name: metadata.name ?? '' },
  } as StoredObject;
};

/**
 * Drops what the object's type does not know, and warns of it, or refuses it, as the request asks for. `refuse` makes
 * an error of the complaint.
 */
export const checkFields = (
  { type, query, warnings }: ResourceRequest,
  object: StoredObject,
  refuse: (fault: string) => Error,
): StoredObject => {
  const { object: known, complaints } = withoutUnknownFields(object, type.fields);
  const validation = query.get('fieldValidation');
  if (validation === 'Strict' && complaints.length > 0) {
    throw refuse(strictFault(complaints));
  }
  if (validation !== 'Ignore') {
    warnings.push(...complaints);
  }
  return known;
};

/**
 * As asObject, and makes sure that the fields are those of their kind, with the right types. Throws ApiError 400.
 */
export const asTypedObject = (request: ResourceRequest, value: unknown, body: string): StoredObject => {
  const object = asObject(request, value, body);
  const { kind } = object;
  const unhandled = (why: string): Error =>
    badRequest(`${kind} in version "${request.version}" cannot be handled as a ${kind}: ${why}`);
  const fault = request.type.decodeFault?.(object);
  if (fault !== undefined) {
    throw unhandled(fault.decoder);
  }
  return checkFields(request, object, unhandled);
};

/** Reads the body of a create or update. Throws ApiError 400. */
export const decodeObject = (request: ResourceRequest, body: string, contentType: string): StoredObject => {
  const { kind } = request.type;
  const value = contentType.includes('yaml')
    ? parseYaml(body)
    : parseJson(body, (why) =>
        badRequest(
          `the object provided is unrecognized (must be of type ${kind}): couldn't get version/kind; json parse error: ${why} (${summary(body)})`,
        ),
      );
  return asTypedObject(request, value, body);
};
