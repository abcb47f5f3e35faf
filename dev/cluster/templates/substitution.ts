import { record, string } from '../kubevirt/untyped';

/** A string that is nothing but `${{NAME}}`: the value takes its place, of whatever type it is. */
const WHOLE = /^\$\{\{(\w+)\}\}$/;
const REFERENCE = /\$\{(\w+)\}/g;

/** JSON if the text is JSON, otherwise the text itself. */
const jsonOrText = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

/**
 * A text with the values of the parameters that it refers to. References to unknown parameters stay, unless `onUnknown`
 * throws.
 */
export const substitutedText = (
  text: string,
  values: ReadonlyMap<string, string>,
  onUnknown: (name: string) => void = () => undefined,
): unknown => {
  const whole = WHOLE.exec(text)?.[1];
  if (whole !== undefined) {
    const value = values.get(whole);
    if (value === undefined) {
      onUnknown(whole);
    }
    return value === undefined ? text : jsonOrText(value);
  }
  return text.replace(REFERENCE, (reference, name: string) => {
    const value = values.get(name);
    if (value === undefined) {
      onUnknown(name);
    }
    return value ?? reference;
  });
};

/** Applies `change` to all strings of a JSON value, also to the keys of its objects. */
export const changeStrings = (value: unknown, change: (text: string) => unknown): unknown => {
  if (typeof value === 'string') {
    return change(value);
  }
  if (Array.isArray(value)) {
    return value.map((item) => changeStrings(item, change));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [String(change(key)), changeStrings(item, change)]),
    );
  }
  return value;
};

/** The names of the parameters that a text refers to. */
export const referencesIn = (text: string): string[] => {
  const whole = WHOLE.exec(text)?.[1];
  return [
    ...(whole === undefined ? [] : [whole]),
    ...[...text.matchAll(REFERENCE)].map(([, name = '']) => name),
  ];
};

/** An object without its namespace, unless a parameter gives it: whoever creates the object chooses the namespace. */
export const withoutFixedNamespace = (object: Record<string, unknown>): Record<string, unknown> => {
  const { namespace, ...metadata } = record(object.metadata);
  return namespace === undefined || referencesIn(string(namespace) ?? '').length > 0
    ? object
    : { ...object, metadata };
};
