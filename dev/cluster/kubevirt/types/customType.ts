import type { ResourceType, StoredObject } from '../../contract';
import { invalidFields, invalidValue, requiredValue } from '../fieldFault';
import { at } from '../untyped';

const VERBS = ['delete', 'deletecollection', 'get', 'list', 'patch', 'create', 'update', 'watch'];

/**
 * The schema demands these fields of `spec`; a dotted one only if its parent exists. The check throws ApiError 422 with the
 * API server's causes.
 */
export const requireFields =
  (...fields: string[]) =>
  (object: StoredObject): void => {
    const isObject = (path: readonly string[]): boolean => {
      const value = at(object, 'spec', ...path);
      return typeof value === 'object' && value !== null;
    };
    const missing = fields.filter((field) => {
      const path = field.split('.');
      return (path.length === 1 || isObject(path.slice(0, -1))) && !isObject(path);
    });
    if (missing.length === 0) {
      return;
    }
    const skipped =
      'some validation rules were not checked because the object was invalid; correct the existing errors to complete validation';
    const { kind, metadata, apiVersion } = object;
    const [group = ''] = apiVersion.split('/');
    throw invalidFields({ group, kind }, metadata.name, [
      ...missing.map((field) => requiredValue(`spec.${field}`)),
      invalidValue('<nil>', null, skipped),
    ]);
  };

type Subresource = NonNullable<ResourceType['subresources']>[number];

export const status = (kind: string): Subresource => ({
  name: 'status',
  kind,
  verbs: ['get', 'patch', 'update'],
});

export const scale: Subresource = {
  name: 'scale',
  kind: 'Scale',
  group: 'autoscaling',
  version: 'v1',
  verbs: ['get', 'patch', 'update'],
};

/** A custom type with KubeVirt's defaults. */
export const kubevirt = (
  kind: string,
  plural: string,
  shortNames: string[],
  more: Partial<ResourceType> = {},
): ResourceType => ({
  group: 'kubevirt.io',
  version: 'v1',
  kind,
  plural,
  singular: kind.toLowerCase(),
  shortNames,
  categories: ['all'],
  namespaced: true,
  verbs: VERBS,
  subresources: [status(kind)],
  custom: true,
  ...more,
});
