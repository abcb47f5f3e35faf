import type { DecodeFault, StoredObject } from '../../contract';
import type { FieldError } from '../../store/apiError';
import { invalid, invalidValue } from '../../store/apiError';
import { isRecord, sameJson } from '../../store/jsonValue';
import { goKindOf, goTypeOf } from '../goTypes';
import { configKeyFaults } from '../../store/nameRules';

const DATA_LIMIT_BYTES = 1024 * 1024;

const sizeOf = (value: unknown, encoded: boolean): number => {
  const text = typeof value === 'string' ? value : '';
  return encoded ? Buffer.from(text, 'base64').byteLength : Buffer.byteLength(text);
};

const BASE64 = /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

const conversionFault = (value: unknown, type: 'string' | '[]uint8'): string => {
  if (type === '[]uint8') {
    return `cannot restore slice from ${goKindOf(value)}`;
  }
  return goKindOf(value) === 'int64' ? 'cannot convert int64 to string' : 'unrecognized type: string';
};

/** The API server's message for invalid data of a ConfigMap or Secret; undefined if the data is valid. */
export const dataDecodeFault =
  (kind: 'ConfigMap' | 'Secret', plainField: string, encodedField: string) =>
  (object: StoredObject): DecodeFault | undefined => {
    for (const [field, type] of [
      [plainField, 'string'],
      [encodedField, '[]uint8'],
    ] as const) {
      const data = object[field] ?? {};
      const refusal = (value: unknown, into: string, converter: string): DecodeFault => ({
        decoder: `json: cannot unmarshal ${goTypeOf(value)} into Go struct field ${kind}.${field} of type ${into}`,
        converter,
      });
      if (!isRecord(data)) {
        return refusal(data, `map[string]${type}`, `cannot restore map from ${goKindOf(data)}`);
      }
      for (const value of Object.values(data)) {
        if (typeof value !== 'string') {
          return refusal(value, type, conversionFault(value, type));
        }
        if (type === '[]uint8' && !BASE64.test(value.replace(/\s/g, ''))) {
          const why = `illegal base64 data at input byte ${value.search(/[^A-Za-z0-9+/]|$/)}`;
          return { decoder: why, converter: why };
        }
      }
    }
    return undefined;
  };

/** What may not change of an object that was marked `immutable`. */
const immutableErrors = (object: StoredObject, old: StoredObject | undefined): FieldError[] =>
  old?.immutable === true
    ? ['immutable', 'data', 'binaryData']
        .filter((field) => !sameJson(object[field] ?? {}, old[field] ?? {}))
        .map((field) => ({
          field,
          reason: 'FieldValueForbidden',
          message: 'Forbidden: field is immutable when `immutable` is set',
        }))
    : [];

/**
 * Checks the data of a ConfigMap or Secret: keys, the limit of 1 MiB, and that it may change. `encodedField` holds
 * base64. Throws ApiError 422.
 */
export const dataCheck =
  (kind: 'ConfigMap' | 'Secret', plainField: string, encodedField: string) =>
  (object: StoredObject, old?: StoredObject): void => {
    const errors = immutableErrors(object, old);
    let size = 0;
    for (const [field, encoded] of [
      [plainField, false],
      [encodedField, true],
    ] as const) {
      const data = isRecord(object[field]) ? object[field] : {};
      for (const [key, value] of Object.entries(data)) {
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
