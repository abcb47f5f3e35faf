import type { ConfigMap } from '../objects/resources';

const sorted = (fields: Readonly<Record<string, string>> = {}): [string, string][] =>
  Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1));

/** The user's content of a ConfigMap, as text to compare. */
export const configMapText = ({
  metadata: { labels, annotations },
  data,
  binaryData,
  immutable,
}: ConfigMap): string =>
  [
    ...(immutable === true ? ['immutable: true'] : []),
    ...sorted(labels).map(([name, value]) => `label ${name}: ${value}`),
    ...sorted(annotations).map(([name, value]) => `annotation ${name}: ${value}`),
    ...[...sorted(data), ...sorted(binaryData)].map(([key, text]) => `${key}:\n${text}`),
  ].join('\n');
