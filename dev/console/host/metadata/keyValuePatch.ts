interface PatchOperation {
  op: 'test' | 'add' | 'replace';
  path: string;
  value: unknown;
}

type KeyValues = Record<string, string>;

/**
 * The patch that puts `next` in place of the labels or annotations. Its `test` makes it fail when someone else
 * changed them since `seen` was read.
 */
export const keyValuePatch = (
  field: 'labels' | 'annotations',
  seen: KeyValues | undefined,
  next: KeyValues,
): PatchOperation[] => {
  const path = `/metadata/${field}`;
  return seen === undefined
    ? [{ op: 'add', path, value: next }]
    : [
        { op: 'test', path, value: seen },
        { op: 'replace', path, value: next },
      ];
};

/** Lines of `key=value`; the first `=` separates. Answers the first line that is none as an error. */
export const parseKeyValues = (text: string): { values: KeyValues } | { badLine: string } => {
  const values: KeyValues = {};
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const at = line.indexOf('=');
    if (at < 1) {
      return { badLine: line };
    }
    values[line.slice(0, at).trim()] = line.slice(at + 1);
  }
  return { values };
};

/** Single lines only: the others are kept, and are edited as YAML. */
export const formatKeyValues = (values: KeyValues): string =>
  Object.entries(values)
    .map(([key, value]) => `${key}=${value}`)
    .join('\n');

/** Values with line breaks do not fit the dialog's lines. */
export const isMultiLine = (value: string): boolean => value.includes('\n');
