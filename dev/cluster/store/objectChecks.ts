import type { ResourceType, StoredObject } from '../contract';
import type { FieldError } from './apiError';
import { invalid, invalidValue, requiredValue } from './apiError';
import { metaOf } from './metadata';
import {
  dnsLabelFaults,
  dnsSubdomainFaults,
  labelValueFaults,
  qualifiedNameFaults,
  serviceNameFaults,
} from './nameRules';

const ANNOTATIONS_LIMIT_BYTES = 256 * 1024;

const nameFaults = ({ group, plural }: ResourceType, name: string): string[] => {
  if (group === '' && plural === 'namespaces') {
    return dnsLabelFaults(name);
  }
  return group === '' && plural === 'services' ? serviceNameFaults(name) : dnsSubdomainFaults(name);
};

const annotationErrors = (annotations: Record<string, string>): FieldError[] => {
  const errors = Object.keys(annotations).flatMap((key) =>
    // The API server compares annotation keys in lower case: upper case is allowed in prefixes too.
    qualifiedNameFaults(key.toLowerCase()).map((why) => invalidValue('metadata.annotations', key, why)),
  );
  const size = Object.entries(annotations).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
    0,
  );
  if (size > ANNOTATIONS_LIMIT_BYTES) {
    errors.push({
      field: 'metadata.annotations',
      reason: 'FieldValueTooLong',
      message: `Too long: may not be more than ${ANNOTATIONS_LIMIT_BYTES} bytes`,
    });
  }
  return errors;
};

const metadataErrors = (type: ResourceType, object: StoredObject): FieldError[] => {
  const { name, namespace, labels = {}, annotations = {}, ownerReferences = [] } = object.metadata;
  // An object from outside may lack fields that its type requires.
  if (!name) {
    return [requiredValue('metadata.name', 'name or generateName is required')];
  }
  return [
    ...nameFaults(type, name).map((why) => invalidValue('metadata.name', name, why)),
    ...(type.namespaced && !namespace ? [requiredValue('metadata.namespace')] : []),
    ...Object.entries(labels).flatMap(([key, value]) => [
      ...qualifiedNameFaults(key).map((why) => invalidValue('metadata.labels', key, why)),
      ...labelValueFaults(value).map((why) => invalidValue('metadata.labels', value, why)),
    ]),
    ...annotationErrors(annotations),
    ...ownerReferences.flatMap((reference, index) =>
      (['apiVersion', 'kind', 'name', 'uid'] as const)
        .filter((field) => !reference[field])
        .map((field) =>
          invalidValue(`metadata.ownerReferences[${index}].${field}`, reference[field], 'must not be empty'),
        ),
    ),
  ];
};

/** Throws ApiError 422 when the object may not be stored as a new one, or in the place of `old`. */
export const checkCreated = (type: ResourceType, object: StoredObject, old?: StoredObject): void => {
  const errors = metadataErrors(type, object);
  if (errors.length > 0) {
    throw invalid(type, object.metadata.name, errors);
  }
  type.validate?.(object, old);
};

/** Throws ApiError 422 when the object may not take the place of `old`. */
export const checkUpdated = (type: ResourceType, old: StoredObject, object: StoredObject): void => {
  const before = metaOf(old);
  const after = metaOf(object);
  const errors: FieldError[] = [];
  if (after.uid !== before.uid) {
    errors.push(invalidValue('metadata.uid', after.uid, 'field is immutable'));
  }
  if (before.deletionTimestamp !== undefined) {
    const added = (after.finalizers ?? []).filter((name) => before.finalizers?.includes(name) !== true);
    if (added.length > 0) {
      errors.push({
        field: 'metadata.finalizers',
        reason: 'FieldValueForbidden',
        message: `Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{${added.map((name) => JSON.stringify(name)).join(', ')}}`,
      });
    }
  }
  if (errors.length > 0) {
    throw invalid(type, after.name, errors);
  }
  checkCreated(type, object, old);
};
