import { HOOK_PATHS } from '../annotation/constants';
import { hookPointOfPath } from '../annotation/hookPoint';
import { nearestName } from '../text/nearestName';
import { optionalParam, replacing, runsShim, sidecarCheck } from './sidecarCheck';

/** Elsewhere the shim finds no script: the VM starts unchanged. A custom image may well read other files. */
export const hookPathUnknown = sidecarCheck('hookPathUnknown', 'error', (looked) => {
  const source = looked.sidecar.configMap;
  // Nowhere is a mistake of its own.
  if (source === undefined || source.hookPath === '' || hookPointOfPath(source.hookPath) !== undefined) {
    return [];
  }
  const { hookPath } = source;
  const nearest = nearestName(hookPath, Object.values(HOOK_PATHS)) ?? pathNamed(hookPath);
  return [
    {
      field: 'configMap.hookPath',
      params: { hookPath, ...optionalParam('nearest', nearest) },
      severity: runsShim(looked.sidecar) || !hookPath.startsWith('/') ? 'error' : 'warning',
      fix:
        nearest === undefined
          ? undefined
          : replacing(looked, { ...looked.sidecar, configMap: { ...source, hookPath: nearest } }),
    },
  ];
});

/** The right file name in the wrong directory. */
const pathNamed = (hookPath: string): string | undefined =>
  Object.entries(HOOK_PATHS).find(([point]) => hookPath.toLowerCase().endsWith(point.toLowerCase()))?.[1];
