import jsonpatch from 'fast-json-patch';
import type { Operation } from 'fast-json-patch';
import { ApiError, badRequest } from '../../store/apiError';
import { copyJson } from '../../store/jsonValue';

const OPERATIONS_LIMIT = 10_000;

const goTypeOf = (value: unknown): string => {
  if (value === null || typeof value === 'object') {
    return 'object';
  }
  return typeof value === 'boolean' ? 'bool' : typeof value;
};

/**
 * Applies a JSON patch (RFC 6902) to a copy. Throws ApiError 400 for what is no array of operations; 422, always
 * with the same text, for a failed `test`, a missing parent and every other operation that cannot be applied.
 */
export const jsonPatch = (target: object, patch: unknown): unknown => {
  if (!Array.isArray(patch)) {
    throw badRequest(
      `error decoding patch: json: cannot unmarshal ${goTypeOf(patch)} into Go value of type []handlers.jsonPatchOp`,
    );
  }
  if (patch.length > OPERATIONS_LIMIT) {
    throw new ApiError(
      413,
      'RequestEntityTooLarge',
      `Request entity too large: The allowed maximum operations in a JSON patch is ${OPERATIONS_LIMIT}, got ${patch.length}`,
    );
  }
  try {
    // The library answers the operations' own values inside the document: both are copies.
    return jsonpatch.applyPatch(copyJson(target), copyJson(patch) as Operation[], true).newDocument;
  } catch {
    throw new ApiError(422, 'Invalid', 'the server rejected our request due to an error in our request', {});
  }
};
