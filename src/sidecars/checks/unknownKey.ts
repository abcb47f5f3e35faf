import { nearestName } from '../text/nearestName';
import { renamedField } from '../annotation/renamedField';
import { FIELDS, type ObjectName } from '../annotation/sidecarFields';
import { optionalParam, replacing, sidecarCheck, type Looked, type SidecarFinding } from './sidecarCheck';

const unknownKeys = (
  looked: Looked,
  object: ObjectName,
  extra: Record<string, unknown> | undefined,
): SidecarFinding[] =>
  Object.keys(extra ?? {}).map((key) => {
    const { parsed } = looked.context;
    const nearest = nearestName(key, FIELDS[object]);
    const fixed =
      nearest === undefined || parsed.kind !== 'parsed'
        ? undefined
        : renamedField(parsed.text, looked.index, object, key, nearest);
    return {
      field: object === 'sidecar' ? key : `${object}.${key}`,
      params: { key, ...optionalParam('nearest', nearest) },
      fix: fixed && replacing(looked, fixed),
    };
  });

/** KubeVirt ignores keys that it does not know, so that a misspelt one has no effect and no message. */
export const unknownKey = sidecarCheck('unknownKey', 'warning', (looked) => {
  const { extra, configMap, pvc } = looked.sidecar;
  return [
    ...unknownKeys(looked, 'sidecar', extra),
    ...unknownKeys(looked, 'configMap', configMap?.extra),
    ...unknownKeys(looked, 'pvc', pvc?.extra),
  ];
});
