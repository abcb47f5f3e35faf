import {
  EXPECTED_RESULTS_ANNOTATION,
  HOOK_POINT_ANNOTATION,
  HOOK_SCRIPT_LABEL,
} from '../../annotation/constants';
import type { ConfigMap } from '../../objects/resources';

const MOST_CHARACTERS = 63;

/** The name, or a similar one that KubeVirt can name a pod volume with. */
export const volumeName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]/g, '-')
    .slice(0, MOST_CHARACTERS)
    .replaceAll(/^-+|-+$/g, '');

const only = (
  from: Readonly<Record<string, string>> | undefined,
  names: readonly string[],
): Record<string, string> =>
  Object.fromEntries(Object.entries(from ?? {}).filter(([name]) => names.includes(name)));

/**
 * The ConfigMap for another namespace or with another name. Of its labels and annotations only the plugin's own: with
 * those of other tools, they would take the copy for theirs.
 */
export const copyOfConfigMap = (
  { metadata: { labels, annotations }, data, binaryData }: ConfigMap,
  namespace: string,
  name: string,
): ConfigMap => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: {
    name,
    namespace,
    labels: only(labels, [HOOK_SCRIPT_LABEL]),
    annotations: only(annotations, [HOOK_POINT_ANNOTATION, EXPECTED_RESULTS_ANNOTATION]),
  },
  ...(data && { data }),
  ...(binaryData && { binaryData }),
});

/** Whether both have the same under this key, whatever else they have. */
export const hasSameScript = (one: ConfigMap, other: ConfigMap, key: string): boolean =>
  one.data?.[key] === other.data?.[key] && one.binaryData?.[key] === other.binaryData?.[key];
