import { record, records, string } from './untyped';

type Labels = Readonly<Record<string, string>>;

const values = (expression: Record<string, unknown>): unknown[] =>
  Array.isArray(expression.values) ? expression.values : [];

const meets = (labels: Labels, expression: Record<string, unknown>): boolean => {
  const value = labels[string(expression.key) ?? ''];
  switch (expression.operator) {
    case 'In':
      return value !== undefined && values(expression).includes(value);
    case 'NotIn':
      return value === undefined || !values(expression).includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    default:
      return false;
  }
};

/** Whether labels meet a LabelSelector, as objects hold them. */
export const selects = (selector: unknown, labels: Labels): boolean => {
  const { matchLabels, matchExpressions } = record(selector);
  return (
    Object.entries(record(matchLabels)).every(([key, value]) => labels[key] === value) &&
    records(matchExpressions).every((expression) => meets(labels, expression))
  );
};

/** A LabelSelector as text, as `labelSelector` of requests takes it. */
export const selectorText = (selector: unknown): string => {
  const { matchLabels, matchExpressions } = record(selector);
  const words: Record<string, (key: string, list: string) => string> = {
    In: (key, list) => `${key} in (${list})`,
    NotIn: (key, list) => `${key} notin (${list})`,
    Exists: (key) => key,
    DoesNotExist: (key) => `!${key}`,
  };
  return [
    ...Object.entries(record(matchLabels)).map(([key, value]) => `${key}=${String(value)}`),
    ...records(matchExpressions).map(
      (expression) =>
        words[string(expression.operator) ?? '']?.(
          string(expression.key) ?? '',
          values(expression).join(','),
        ) ?? '',
    ),
  ]
    .sort()
    .join(',');
};
