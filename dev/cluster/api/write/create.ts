import { randomInt } from 'node:crypto';
import type { ResourceType, StoredObject } from '../../contract';
import { ApiError, badRequest, notFound } from '../../store/apiError';
import { copyJson } from '../../store/jsonValue';
import { metaOf } from '../../store/metadata';
import type { ResourceRequest } from '../resourceRequest';
import { collectOrphan } from './collectOrphan';
import { noteManager } from './managedFields';

// No vowels, so that no words come out, and no characters that look alike.
const SUFFIX_CHARACTERS = 'bcdfghjklmnpqrstvwxz2456789';
const SUFFIX_LENGTH = 5;
const GENERATED_NAME_LIMIT = 63;

const generateName = (prefix: string): string => {
  const suffix = Array.from({ length: SUFFIX_LENGTH }, () =>
    SUFFIX_CHARACTERS.charAt(randomInt(SUFFIX_CHARACTERS.length)),
  );
  return prefix.slice(0, GENERATED_NAME_LIMIT - SUFFIX_LENGTH) + suffix.join('');
};

export const isDryRun = (query: URLSearchParams): boolean => {
  const values = query.getAll('dryRun').filter((value) => value !== '');
  const unknown = values.find((value) => value !== 'All');
  if (unknown !== undefined) {
    throw new ApiError(
      422,
      'Invalid',
      `CreateOptions.meta.k8s.io "" is invalid: dryRun: Invalid value: ["${unknown}"]: supported values: "All"`,
    );
  }
  return values.length > 0;
};

export const hasStatusEndpoint = (type: ResourceType): boolean =>
  type.subresources?.some(({ name }) => name === 'status') === true;

/** The namespace of the path; one in the object must be the same. */
const placeInNamespace = (request: ResourceRequest, object: StoredObject): void => {
  const { type, namespace } = request;
  if (!type.namespaced) {
    delete object.metadata.namespace;
    return;
  }
  if (namespace === undefined) {
    throw new ApiError(
      405,
      'MethodNotAllowed',
      'the server does not allow this method on the requested resource',
      {},
    );
  }
  if (object.metadata.namespace !== undefined && object.metadata.namespace !== namespace) {
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
  }
  object.metadata.namespace = namespace;
};

const checkNamespace = ({ host, type, namespace }: ResourceRequest, name: string): void => {
  if (!type.namespaced || namespace === undefined) {
    return;
  }
  const holder = host.store.get('namespaces', undefined, namespace);
  if (holder === undefined) {
    throw notFound({ group: '', plural: 'namespaces' }, namespace);
  }
  if (holder.metadata.deletionTimestamp !== undefined) {
    throw new ApiError(
      403,
      'Forbidden',
      `${type.plural} "${name}" is forbidden: unable to create new content in namespace ${namespace} because it is being terminated`,
      { name, kind: type.plural },
    );
  }
};

/** Creates an object for a client: drops fields that only the server sets, then runs admission and stores it. */
export const createObject = (
  request: ResourceRequest,
  given: StoredObject,
  operation: 'Apply' | 'Update' = 'Update',
): StoredObject => {
  const { host, type, user, query, manager } = request;
  const object = copyJson(given);
  const meta = metaOf(object);
  if (meta.resourceVersion) {
    throw badRequest('resourceVersion should not be set on objects to be created');
  }
  placeInNamespace(request, object);
  for (const field of [
    'uid',
    'creationTimestamp',
    'deletionTimestamp',
    'generation',
    'managedFields',
  ] as const) {
    // A loop over names cannot be written as fixed `delete` statements; the names are all optional fields.
    Reflect.deleteProperty(meta, field);
  }
  if (!meta.name && meta.generateName) {
    meta.name = generateName(meta.generateName);
  }
  checkNamespace(request, meta.name);
  object.apiVersion = type.group === '' ? type.version : `${type.group}/${type.version}`;
  if (hasStatusEndpoint(type)) {
    delete object.status;
  }
  noteManager(object, manager, operation);
  const dryRun = isDryRun(query);
  const admitted = host.admit({
    operation: 'CREATE',
    type,
    namespace: request.namespace,
    name: meta.name,
    object,
    oldObject: undefined,
    user,
    dryRun,
  });
  const created = host.store.create(type.plural, admitted ?? object, { dryRun });
  if (!dryRun) {
    collectOrphan(host.store, type, created);
  }
  return created;
};
