import { configMapKeys } from '../scripts/configMapKeys';
import { nearestName } from '../text/nearestName';
import { optionalParam, replacing, sidecarCheck } from './sidecarCheck';

/** A key that is not there is mounted as an empty directory: the VM starts unchanged, and nothing says so. */
export const keyMissing = sidecarCheck('keyMissing', 'error', (looked) => {
  const source = looked.sidecar.configMap;
  const configMap = source && looked.context.configMaps?.get(source.name);
  const keys = configMap && configMapKeys(configMap);
  if (source === undefined || keys === undefined || keys.includes(source.key)) {
    return [];
  }
  const nearest = keys.length === 1 ? keys[0] : nearestName(source.key, keys);
  return [
    {
      field: 'configMap.key',
      params: { name: source.name, key: source.key, ...optionalParam('nearest', nearest) },
      fix:
        nearest === undefined
          ? undefined
          : replacing(looked, { ...looked.sidecar, configMap: { ...source, key: nearest } }),
    },
  ];
});
