import type { IncomingMessage } from 'node:http';
import type { ResourceType, User } from '../../contract';
import { ApiError, badRequest } from '../../store/apiError';
import { requireAccess } from '../access/authorizer';
import { answerReview } from '../access/reviews';
import { unknownResource } from '../discovery';
import type { EmbeddedHost } from '../embeddedHost';
import { presentationOf } from '../presentation';
import { refuseFutureVersion } from '../read/futureVersion';
import { listText } from '../read/list';
import { renderList, renderOne } from '../read/render';
import type { ResourcePath } from '../requestPath';
import { verbOf } from '../requestPath';
import type { ResourceRequest } from '../resourceRequest';
import { deletedStatus } from '../status';
import { createObject } from '../write/create';
import { decodeObject, parseJson, parseYaml } from '../write/decodeObject';
import { deleteCollection, deleteObject } from '../write/delete';
import { patchObject } from '../write/patch';
import { existing, updateObject } from '../write/update';
import type { Answer } from './respond';
import { PAGE_NOT_FOUND } from './respond';

/** The field manager as the API server derives it: `fieldManager`, or the User-Agent up to its version. */
const managerOf = (query: URLSearchParams, headers: IncomingMessage['headers']): string =>
  query.get('fieldManager') ?? headers['user-agent']?.split('/')[0] ?? 'unknown';

const methodNotAllowed = (): ApiError =>
  new ApiError(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
    {},
  );

export interface RoutedRequest {
  verb: string;
  path: ResourcePath;
  user: User;
  /** Undefined for a resource that is not stored: reviews and subresource groups. */
  resource: ResourceRequest | undefined;
}

/** Parses and authorizes a request for a resource. Throws ApiError 403, 404, 405. */
export const routeRequest = (
  host: EmbeddedHost,
  request: IncomingMessage,
  path: ResourcePath,
  query: URLSearchParams,
  user: User,
): RoutedRequest => {
  const takesObject =
    request.method === 'PUT' && host.findSubresource(path.group, path.plural, '') !== undefined;
  const verb = takesObject ? 'update' : verbOf(request.method ?? '', path, query);
  if (verb === undefined) {
    throw methodNotAllowed();
  }
  requireAccess(user, {
    verb,
    group: path.group,
    resource: path.plural,
    subresource: path.subresource,
    namespace: path.namespace,
    name: path.name,
  });
  const type: ResourceType | undefined = host.store.findType(path.group, path.version, path.plural);
  const resource = type && {
    host,
    type,
    version: path.version,
    namespace: type.namespaced ? path.namespace : undefined,
    name: path.name,
    subresource: path.subresource,
    user,
    query,
    presentation: presentationOf(request.headers.accept),
    manager: managerOf(query, request.headers),
    warnings: [],
  };
  return { verb, path, user, resource };
};

const checkServed = (request: ResourceRequest, verb: string): void => {
  const { type, subresource } = request;
  const verbs =
    subresource === undefined
      ? type.verbs
      : type.subresources?.find(({ name }) => name === subresource)?.verbs;
  if (verbs === undefined) {
    throw unknownResource();
  }
  if (!verbs.includes(verb)) {
    throw methodNotAllowed();
  }
};

const answerStored = (request: ResourceRequest, verb: string, body: string, contentType: string): Answer => {
  switch (verb) {
    case 'get':
      refuseFutureVersion(request.query, request.host.store.resourceVersion());
      return { code: 200, body: renderOne(request, existing(request)) };
    case 'list':
      return { code: 200, body: listText(request) };
    case 'create': {
      const object = createObject(request, decodeObject(request, body, contentType));
      return { code: 201, body: renderOne(request, object) };
    }
    case 'update':
      return {
        code: 200,
        body: renderOne(request, updateObject(request, decodeObject(request, body, contentType))),
      };
    case 'patch': {
      const { object, created } = patchObject(request, body, contentType);
      return { code: created ? 201 : 200, body: renderOne(request, object) };
    }
    case 'delete': {
      const { object, gone } = deleteObject(request, body);
      const { name, uid = '' } = object.metadata;
      const { group, plural } = request.type;
      // For pods and for objects with finalizers the answer is the object; for all others it is a Status.
      return gone && plural !== 'pods'
        ? { code: 200, body: deletedStatus(group, plural, name, uid) }
        : { code: 200, body: renderOne(request, object) };
    }
    case 'deletecollection': {
      const metadata = { resourceVersion: String(request.host.store.resourceVersion()) };
      return { code: 200, body: renderList(request, deleteCollection(request, body), metadata) };
    }
    default:
      throw methodNotAllowed();
  }
};

const decodeAny = (body: string, contentType: string): unknown => {
  if (body === '') {
    return undefined;
  }
  return contentType.includes('yaml') ? parseYaml(body) : parseJson(body, (why) => badRequest(why));
};

/** Answers a routed request that is neither a watch nor a stream. */
export const answerResource = async (
  host: EmbeddedHost,
  { verb, path, user, resource }: RoutedRequest,
  method: string,
  query: URLSearchParams,
  body: string,
  contentType: string,
): Promise<Answer> => {
  const { group, plural, name, namespace, subresource } = path;
  if (verb === 'create' && name === undefined) {
    const review = answerReview(user, group, plural, () => decodeAny(body, contentType));
    if (review !== undefined) {
      return { code: 201, body: review };
    }
  }
  const handler = host.findSubresource(group, plural, subresource ?? '', path.version);
  if (handler !== undefined && (subresource === undefined) === (name === undefined)) {
    if (resource !== undefined) {
      checkServed(resource, verb);
    }
    const given = decodeAny(body, contentType);
    const target = { namespace, name: name ?? '', subresource: subresource ?? '' };
    const answer = await handler({ ...target, method, body: given, query, user });
    return { code: answer.code, body: answer.body === undefined ? '' : JSON.stringify(answer.body) };
  }
  if (resource === undefined) {
    const isServed = host.store
      .types()
      .some(
        (type) => type.group === group && [type.version, ...(type.alsoServedAs ?? [])].includes(path.version),
      );
    if (isServed) {
      throw unknownResource();
    }
    return PAGE_NOT_FOUND;
  }
  checkServed(resource, verb);
  const answer = answerStored(resource, verb, body, contentType);
  const warning = resource.warnings.map((text) => `299 - ${JSON.stringify(text)}`).join(', ');
  return warning === '' ? answer : { ...answer, headers: { ...answer.headers, warning } };
};
