import { isRecord } from '../store/jsonValue';

/** What Go's JSON decoder calls a value that is not null. */
export const goTypeOf = (value: unknown): string => {
  if (Array.isArray(value)) {
    return 'array';
  }
  return typeof value === 'boolean' ? 'bool' : typeof value;
};

/** The kind of Go value that a JSON value which is not null becomes. */
export const goKindOf = (value: unknown): string => {
  if (typeof value === 'number') {
    return Number.isInteger(value) ? 'int64' : 'float64';
  }
  return Array.isArray(value) ? 'slice' : isRecord(value) ? 'map' : goTypeOf(value);
};

/** A JSON value as Go prints it with `%v`. */
export const goPrint = (value: unknown): string => {
  if (Array.isArray(value)) {
    return `[${value.map(goPrint).join(' ')}]`;
  }
  if (isRecord(value)) {
    const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `map[${entries.map(([key, item]) => `${key}:${goPrint(item)}`).join(' ')}]`;
  }
  return typeof value === 'string' ? value : value === null ? '<nil>' : JSON.stringify(value);
};
