import type { ResourceType, StoredObject } from '../../contract';
import { ApiError } from '../apiError';
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
      'Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation';
    const { name } = object.metadata;
    const [group = ''] = object.apiVersion.split('/');
    const required = missing.map((field) => `spec.${field}: Required value, `).join('');
    throw new ApiError({
      code: 422,
      reason: 'Invalid',
      message: `${object.kind}.${group} "${name}" is invalid: [${required}<nil>: ${skipped}]`,
      details: {
        name,
        group,
        kind: object.kind,
        causes: [
          ...missing.map((field) => ({
            reason: 'FieldValueRequired',
            message: 'Required value',
            field: `spec.${field}`,
          })),
          { reason: 'FieldValueInvalid', message: skipped, field: '<nil>' },
        ],
      },
    });
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
