import type { StoredObject } from '../../contract';
import { ApiError, badRequest, invalid, invalidValue, isApiError } from '../../store/apiError';
import { goPrint } from '../goTypes';
import type { ResourceRequest } from '../resourceRequest';
import { apiVersionOf } from '../resourceRequest';
import { createObject } from './create';
import { asObject, asTypedObject, checkFields, parseJson, parseYaml } from './decodeObject';
import { jsonPatch, markSpelling } from './jsonPatch';
import { leftOut } from './managedFields';
import { mergePatch } from './mergePatch';
import { withoutFields } from './ownedFields';
import { strategicMergePatch } from './strategicMergePatch';
import { existing, updateObject } from './update';
import { isRecord } from '../../store/jsonValue';

const JSON_PATCH = 'application/json-patch+json';
const MERGE_PATCH = 'application/merge-patch+json';
const APPLY_PATCH = 'application/apply-patch+yaml';
const STRATEGIC_PATCH = 'application/strategic-merge-patch+json';

export interface PatchResult {
  object: StoredObject;
  created: boolean;
}

const undecodable = (why: string): ApiError => badRequest(`error decoding patch: ${why}`);

const objectPatch = (body: string): Record<string, unknown> => {
  const patch = parseJson(body, undecodable);
  if (!isRecord(patch)) {
    throw undecodable('the patch is no object');
  }
  return patch;
};

const isMissing = (error: unknown): boolean => isApiError(error) && error.code === 404;

/**
 * Server-side apply: merges the applied object into the existing one, or creates it. Removes fields that an earlier apply
 * set and this one omits. Does not report conflicts of managers.
 */
const applyObject = (request: ResourceRequest, body: string): PatchResult => {
  if (!request.query.get('fieldManager')) {
    throw new ApiError(
      422,
      'Invalid',
      'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
    );
  }
  const applied = parseYaml(body);
  const named = isRecord(applied)
    ? { ...applied, metadata: { name: request.name, ...toRecord(applied.metadata) } }
    : applied;
  const patch = asTypedObject(request, named, body);
  let old: StoredObject;
  try {
    old = existing(request);
  } catch (error) {
    if (isMissing(error)) {
      return { object: createObject(request, patch, 'Apply'), created: true };
    }
    throw error;
  }
  const merge = request.type.custom ? mergePatch : strategicMergePatch;
  const kept = withoutFields(inVersion(request, old), leftOut(old, request.manager, patch));
  const merged = asObject(request, merge(kept, patch), body);
  return { object: updateObject(request, merged, patch), created: false };
};

const toRecord = (value: unknown): Record<string, unknown> => (isRecord(value) ? value : {});

/** Patches are written against the version of the path. */
const inVersion = (request: ResourceRequest, object: StoredObject): StoredObject => ({
  ...object,
  apiVersion: apiVersionOf(request),
});

const unsupported = (custom: boolean): ApiError => {
  const accepted = [JSON_PATCH, MERGE_PATCH, APPLY_PATCH, ...(custom ? [] : [STRATEGIC_PATCH])];
  return new ApiError(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${accepted.join(', ')}`,
  );
};

/** A strategic patch is quoted itself, of any other what came out. */
const checkDecodable = (
  { type }: ResourceRequest,
  patched: StoredObject,
  strategicPatch: Record<string, unknown> | undefined,
): void => {
  const fault = type.decodeFault?.(patched);
  if (fault !== undefined) {
    const error =
      strategicPatch === undefined
        ? invalidValue('patch', JSON.stringify(patched), fault.decoder)
        : invalidValue('patch', goPrint(strategicPatch), fault.converter);
    throw invalid({ group: '', kind: '' }, '', [error]);
  }
};

/** Patches an object. Throws ApiError 400, 404, 409, 415, 422 as the API server does. */
export const patchObject = (request: ResourceRequest, body: string, contentType: string): PatchResult => {
  const { type } = request;
  const format = contentType.split(';')[0]?.trim();
  if (format === APPLY_PATCH) {
    return applyObject(request, body);
  }
  let change: (target: StoredObject) => unknown;
  let strategicPatch: Record<string, unknown> | undefined;
  if (format === JSON_PATCH) {
    const operations = parseJson(body, undecodable);
    const spelt = parseJson(markSpelling(body), undecodable);
    change = (target) => jsonPatch(target, operations, spelt);
  } else if (format === MERGE_PATCH) {
    const patch = objectPatch(body);
    change = (target) => mergePatch(target, patch);
  } else if (format === STRATEGIC_PATCH && !type.custom) {
    const patch = objectPatch(body);
    strategicPatch = patch;
    change = (target) => strategicMergePatch(target, patch);
  } else {
    throw unsupported(type.custom);
  }
  const old = existing(request);
  const patched = asObject(request, change(inVersion(request, old)), body);
  checkDecodable(request, patched, strategicPatch);
  const known = checkFields(request, patched, (fault) =>
    invalid({ group: '', kind: '' }, '', [invalidValue('patch', JSON.stringify(patched), fault)]),
  );
  return { object: updateObject(request, known), created: false };
};
