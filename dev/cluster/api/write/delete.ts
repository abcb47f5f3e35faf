import type { StoredObject } from '../../contract';
import { badRequest, conflict } from '../../store/apiError';
import { listObjects } from '../read/list';
import type { ResourceRequest } from '../resourceRequest';
import { isDryRun } from './create';
import { parseJson } from './decodeObject';
import { existing } from './update';
import { isRecord } from '../../store/jsonValue';

interface DeleteOptions {
  dryRun: boolean;
  orphanDependents: boolean;
  uid: string | undefined;
  resourceVersion: string | undefined;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Options come in the body or in the query. */
const optionsOf = (request: ResourceRequest, body: string): DeleteOptions => {
  const given =
    body === '' ? {} : parseJson(body, (why) => badRequest(`error decoding DeleteOptions: ${why}`));
  if (!isRecord(given)) {
    throw badRequest('error decoding DeleteOptions: the body is no object');
  }
  const preconditions = isRecord(given.preconditions) ? given.preconditions : {};
  const policy = text(given.propagationPolicy) ?? request.query.get('propagationPolicy');
  const query = new URLSearchParams(request.query);
  for (const value of Array.isArray(given.dryRun) ? given.dryRun : []) {
    query.append('dryRun', String(value));
  }
  return {
    dryRun: isDryRun(query),
    orphanDependents: policy === 'Orphan' || given.orphanDependents === true,
    uid: text(preconditions.uid),
    resourceVersion: text(preconditions.resourceVersion),
  };
};

const deleteOne = (request: ResourceRequest, old: StoredObject, options: DeleteOptions): StoredObject => {
  const { host, type, user } = request;
  const { name, namespace, uid = '', resourceVersion = '' } = old.metadata;
  // Only in this message does the API server use the kind instead of the resource.
  const kindOf = { group: type.group, plural: type.kind };
  if (options.uid !== undefined && options.uid !== uid) {
    throw conflict(
      kindOf,
      name,
      `the UID in the precondition (${options.uid}) does not match the UID in record (${uid}). The object might have been deleted and then recreated`,
    );
  }
  if (options.resourceVersion !== undefined && options.resourceVersion !== resourceVersion) {
    throw conflict(
      kindOf,
      name,
      `the ResourceVersion in the precondition (${options.resourceVersion}) does not match the ResourceVersion in record (${resourceVersion}). The object might have been modified`,
    );
  }
  host.admit({
    operation: 'DELETE',
    type,
    namespace,
    name,
    object: undefined,
    oldObject: old,
    user,
    dryRun: options.dryRun,
  });
  return host.store.delete(type.plural, namespace, name, options);
};

/**
 * Deletes the object that the request names. `gone` is false when finalizers keep it for now; then it carries a
 * deletionTimestamp.
 */
export const deleteObject = (
  request: ResourceRequest,
  body: string,
): { object: StoredObject; gone: boolean } => {
  const object = deleteOne(request, existing(request), optionsOf(request, body));
  const { namespace, name } = object.metadata;
  return { object, gone: request.host.store.get(request.type.plural, namespace, name) === undefined };
};

/** Deletes every object that the request's selectors select; answers them. */
export const deleteCollection = (request: ResourceRequest, body: string): StoredObject[] => {
  const options = optionsOf(request, body);
  const { host, type } = request;
  return listObjects(request)
    .objects.filter(
      ({ metadata }) => host.store.get(type.plural, metadata.namespace, metadata.name) !== undefined,
    )
    .map((object) => deleteOne(request, object, options));
};
