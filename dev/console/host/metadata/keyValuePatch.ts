interface PatchOperation {
  op: 'test' | 'add' | 'replace';
  path: string;
  value: unknown;
}

type KeyValues = Record<string, string>;

/** The patch that replaces the labels or annotations with `next`. Its `test` fails if they changed since `seen`. */
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

/** Parses lines of `key=value`; the first `=` separates. Returns the first invalid line as an error. */
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

/** Only single-line values; the others stay unchanged and can be edited as YAML. */
export const formatKeyValues = (values: KeyValues): string =>
  Object.entries(values)
    .map(([key, value]) => `${key}=${value}`)
    .join('\n');

export const isMultiLine = (value: string): boolean => value.includes('\n');
