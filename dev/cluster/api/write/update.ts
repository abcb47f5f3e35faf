import type { StoredObject } from '../../contract';
import { badRequest, conflict, invalid, invalidValue, notFound } from '../../store/apiError';
import { copyJson, sameJson } from '../../store/jsonValue';
import { metaOf } from '../../store/metadata';
import type { ResourceRequest } from '../resourceRequest';
import { hasStatusEndpoint, isDryRun } from './create';
import { noteManager } from './managedFields';

/** The object that a request names. Throws ApiError 404. */
export const existing = ({ host, type, namespace, name = '' }: ResourceRequest): StoredObject => {
  const object = host.store.get(type.plural, type.namespaced ? namespace : undefined, name);
  if (object === undefined) {
    throw notFound(type, name);
  }
  return object;
};

const checkIdentity = (request: ResourceRequest, old: StoredObject, object: StoredObject): void => {
  const { type, name = '' } = request;
  const meta = metaOf(object);
  if (meta.name !== name) {
    if (meta.name === '') {
      throw invalid(type, name, [invalidValue('metadata.name', '', 'field is immutable')]);
    }
    throw badRequest(`the name of the object (${meta.name}) does not match the name on the URL (${name})`);
  }
  if ((meta.namespace ?? old.metadata.namespace) !== old.metadata.namespace) {
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
  }
  if (type.custom && !meta.resourceVersion) {
    throw invalid({ group: type.group, kind: type.plural }, name, [
      invalidValue('metadata.resourceVersion', 0, 'must be specified for an update'),
    ]);
  }
  if (meta.uid && meta.uid !== old.metadata.uid) {
    throw invalid(type, name, [invalidValue('metadata.uid', meta.uid, 'field is immutable')]);
  }
  if (meta.resourceVersion && meta.resourceVersion !== old.metadata.resourceVersion) {
    throw conflict(type, name);
  }
};

/**
 * For a type with a status endpoint, a write to the object ignores its status, and a write to its status ignores everything
 * else except labels and annotations.
 */
const writablePart = (request: ResourceRequest, old: StoredObject, object: StoredObject): StoredObject => {
  if (request.subresource === 'status') {
    return { ...copyJson(old), status: object.status };
  }
  if (!hasStatusEndpoint(request.type)) {
    return object;
  }
  const rest = { ...object };
  delete rest.status;
  return old.status === undefined ? rest : { ...rest, status: copyJson(old.status) };
};

const withoutManagers = (object: StoredObject): Record<string, unknown> => ({
  ...object,
  metadata: { ...object.metadata, managedFields: undefined },
});

/**
 * Replaces an object as a client may. One that changes nothing is answered as it is, and keeps its
 * resourceVersion. Throws ApiError 404, 409, 422 and whatever admission throws.
 *
 * @param applied what was applied, where `given` comes from that
 */
export const updateObject = (
  request: ResourceRequest,
  given: StoredObject,
  applied?: StoredObject,
): StoredObject => {
  const { host, type, namespace, user, query, manager } = request;
  const old = existing(request);
  const oldMeta = metaOf(old);
  const draft = copyJson(given);
  checkIdentity(request, old, draft);
  const object = writablePart(request, old, draft);
  object.apiVersion = old.apiVersion;
  const meta = metaOf(object);
  Object.assign(meta, {
    ...(oldMeta.namespace === undefined ? {} : { namespace: oldMeta.namespace }),
    uid: oldMeta.uid,
    resourceVersion: oldMeta.resourceVersion,
    creationTimestamp: oldMeta.creationTimestamp,
    generation: oldMeta.generation,
    deletionTimestamp: oldMeta.deletionTimestamp,
    deletionGracePeriodSeconds: oldMeta.deletionGracePeriodSeconds,
    managedFields: oldMeta.managedFields,
  });
  const dryRun = isDryRun(query);
  const admitted =
    host.admit({
      operation: 'UPDATE',
      type,
      namespace,
      name: meta.name,
      object: copyJson(object),
      oldObject: old,
      user,
      dryRun,
    }) ?? object;
  const next = copyJson(admitted);
  if (sameJson(withoutManagers(next), withoutManagers(old))) {
    return old;
  }
  const operation = applied === undefined ? 'Update' : 'Apply';
  noteManager(next, manager, operation, { subresource: request.subresource, old, applied });
  return host.store.update(type.plural, next, { dryRun });
};
