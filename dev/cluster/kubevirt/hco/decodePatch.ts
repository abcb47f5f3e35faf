import { GoJsonError, goJsonType, parseGoJson } from '../sidecar/goJson';

export interface Operation {
  op: string;
  path: string;
  from: string;
  value: unknown;
  hasValue: boolean;
}

const parse = (text: string): unknown => {
  try {
    return parseGoJson(text);
  } catch {
    throw new Error('invalid state detected');
  }
};

/** The error of an operation that does not depend on the document. */
const refusal = (operation: Record<string, unknown>): string | undefined => {
  const { op, path, from } = operation;
  const missing = (name: string, value: unknown, why: string): string | undefined =>
    typeof value === 'string'
      ? undefined
      : `failed to decode '${name}': ${
          value === undefined || value === null
            ? `${why}: missing value`
            : `json: cannot unmarshal ${goJsonType(value)} into Go value of type string`
        }`;
  switch (op) {
    case 'add':
    case 'replace':
      if (!('value' in operation)) {
        return "failed to decode 'value': operation, missing value field: missing value";
      }
      break;
    case 'move':
    case 'copy': {
      const wrong = missing('from', from, 'operation, missing from field');
      if (wrong !== undefined) {
        return wrong;
      }
      break;
    }
    case 'remove':
    case 'test':
      break;
    default:
      return 'unsupported operation';
  }
  return missing('path', path, 'operation missing path field');
};

/** As Go writes a map: sorted by key. */
const goMap = (operation: Record<string, unknown>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(operation).sort(([a], [b]) => (a < b ? -1 : 1))));

/** Reads a patch as HCO does. Throws an Error with HCO's message for a patch that is invalid for any document. */
export const decodePatch = (text: string): Operation[] => {
  const parsed = parse(text);
  if (!Array.isArray(parsed)) {
    if (parsed === null) {
      return [];
    }
    throw new GoJsonError(
      `json: cannot unmarshal ${goJsonType(parsed)} into Go value of type jsonpatch.Patch`,
    );
  }
  return parsed.map((item: unknown): Operation => {
    if (typeof item !== 'object' || item === null || Array.isArray(item)) {
      throw new GoJsonError(
        `json: cannot unmarshal ${goJsonType(item)} into Go value of type jsonpatch.Operation`,
      );
    }
    const operation = item as Record<string, unknown>;
    const field = (name: string): string => (typeof operation[name] === 'string' ? operation[name] : '');
    const wrong = refusal(operation);
    if (wrong !== undefined) {
      throw new Error(`invalid operation ${goMap(operation)}: ${wrong}`);
    }
    return {
      op: field('op'),
      path: field('path'),
      from: field('from'),
      value: operation.value,
      hasValue: 'value' in operation,
    };
  });
};
