import type { StoredObject } from '../../contract';
import type { FieldError } from '../../store/apiError';
import { badRequest, invalid, invalidValue } from '../../store/apiError';
import { isRecord } from '../../store/jsonValue';
import { configKeyFaults } from '../../store/nameRules';

const DATA_LIMIT_BYTES = 1024 * 1024;

const sizeOf = (value: unknown, encoded: boolean): number => {
  const text = typeof value === 'string' ? value : '';
  return encoded ? Buffer.from(text, 'base64').byteLength : Buffer.byteLength(text);
};

const BASE64 = /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Checks the data of a ConfigMap or Secret: keys, types and the limit of 1 MiB. `encodedFields` hold base64.
 * Throws ApiError 422, or 400 for a value that is no string.
 */
export const dataCheck =
  (kind: 'ConfigMap' | 'Secret', plainField: string, encodedField: string) =>
  (object: StoredObject): void => {
    const errors: FieldError[] = [];
    let size = 0;
    for (const [field, encoded] of [
      [plainField, false],
      [encodedField, true],
    ] as const) {
      const data = isRecord(object[field]) ? object[field] : {};
      for (const [key, value] of Object.entries(data)) {
        if (typeof value !== 'string') {
          throw badRequest(
            `${kind} in version "v1" cannot be handled as a ${kind}: json: cannot unmarshal ${typeof value === 'boolean' ? 'bool' : typeof value} into Go struct field ${kind}.${field} of type string`,
          );
        }
        if (encoded && !BASE64.test(value.replace(/\s/g, ''))) {
          throw badRequest(
            `${kind} in version "v1" cannot be handled as a ${kind}: illegal base64 data at input byte ${value.search(/[^A-Za-z0-9+/]|$/)}`,
          );
        }
        errors.push(...configKeyFaults(key).map((why) => invalidValue(`${field}[${key}]`, key, why)));
        if (
          !encoded &&
          kind === 'ConfigMap' &&
          isRecord(object[encodedField]) &&
          key in object[encodedField]
        ) {
          errors.push(invalidValue(`${field}[${key}]`, key, `duplicate of key present in ${encodedField}`));
        }
        size += sizeOf(value, encoded);
      }
    }
    if (size > DATA_LIMIT_BYTES) {
      errors.push({
        field: kind === 'ConfigMap' ? '[]' : 'data',
        reason: 'FieldValueTooLong',
        message: `Too long: may not be more than ${DATA_LIMIT_BYTES} bytes`,
      });
    }
    if (errors.length > 0) {
      throw invalid({ group: '', kind }, object.metadata.name, errors);
    }
  };
