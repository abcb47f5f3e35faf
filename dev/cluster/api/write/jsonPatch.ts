import jsonpatch from 'fast-json-patch';
import type { Operation } from 'fast-json-patch';
import { ApiError, badRequest } from '../../store/apiError';
import { copyJson, isRecord, sameJson } from '../../store/jsonValue';

const OPERATIONS_LIMIT = 10_000;

const goTypeOf = (value: unknown): string => {
  if (value === null || typeof value === 'object') {
    return 'object';
  }
  return typeof value === 'boolean' ? 'bool' : typeof value;
};

/** Whether a value exists at a path; undefined for an invalid path. */
const valueAt = (document: object, path: string): unknown => {
  try {
    return jsonpatch.getValueByPointer(document, path) as unknown;
  } catch {
    return undefined;
  }
};

/**
 * Kubernetes' library differs from the RFC: a `test` for null succeeds if the value is missing, and a `replace` of a missing
 * value adds it, if its parent is an object.
 */
const asKubernetes = (document: object, operation: Operation): Operation | undefined => {
  const { op, path } = operation;
  if (op !== 'test' && op !== 'replace') {
    return operation;
  }
  const isAbsent = valueAt(document, path) === undefined;
  if (op === 'test') {
    return isAbsent && operation.value === null ? undefined : operation;
  }
  const parent = valueAt(document, path.slice(0, path.lastIndexOf('/')));
  return isAbsent && isRecord(parent) ? { ...operation, op: 'add' } : operation;
};

/** Characters that Go escapes in JSON, while other encoders may not. */
const ESCAPED_BY_GO = /[<>&\u2028\u2029]/g;
const MARK = '\uE000';

/** The patch with a mark after each character that Go would have encoded differently. */
export const markSpelling = (body: string): string => body.replace(ESCAPED_BY_GO, `$&${MARK}`);

const valueOf = (patch: unknown, index: number): unknown =>
  Array.isArray(patch) ? (patch[index] as Operation & { value?: unknown }).value : undefined;

/**
 * Applies a JSON patch (RFC 6902) to a copy. The value of a `test` is compared as it is spelt, and the object is spelt by
 * Go. Throws ApiError 400 for what is no array of operations; 422, always
 * with the same text, for a failed `test`, a missing parent and every other operation that cannot be applied.
 *
 * @param spelt the patch after `markSpelling`
 */
export const jsonPatch = (target: object, patch: unknown, spelt = patch): unknown => {
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
    let document: object = copyJson(target);
    for (const [index, written] of (copyJson(patch) as Operation[]).entries()) {
      if (written.op === 'test' && !sameJson(written.value, valueOf(spelt, index))) {
        throw new Error('spelt otherwise');
      }
      const operation = asKubernetes(document, written);
      if (operation !== undefined) {
        document = jsonpatch.applyOperation(document, operation, true).newDocument;
      }
    }
    return document;
  } catch {
    throw new ApiError(422, 'Invalid', 'the server rejected our request due to an error in our request', {});
  }
};
