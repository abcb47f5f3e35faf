import { nearestName } from '../nearestName';
import { FIELDS } from '../sidecarFields';
import { optionalParam, sidecarCheck, type SidecarFinding } from './sidecarCheck';

const unknownKeys = (
  extra: Record<string, unknown> | undefined,
  known: readonly string[],
  prefix: string,
): SidecarFinding[] =>
  Object.keys(extra ?? {}).map((key) => ({
    field: `${prefix}${key}`,
    params: { key, ...optionalParam('nearest', nearestName(key, known)) },
  }));

/** KubeVirt ignores keys that it does not know, so that a misspelt one has no effect and no message. */
export const unknownKey = sidecarCheck('unknownKey', 'warning', ({ sidecar }) => [
  ...unknownKeys(sidecar.extra, FIELDS.sidecar, ''),
  ...unknownKeys(sidecar.configMap?.extra, FIELDS.configMap, 'configMap.'),
  ...unknownKeys(sidecar.pvc?.extra, FIELDS.pvc, 'pvc.'),
]);
