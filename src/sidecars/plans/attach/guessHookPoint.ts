import { HOOK_POINT_ANNOTATION } from '../../annotation/constants';
import { isHookPoint, type HookPoint } from '../../annotation/hookPoint';
import type { ConfigMap } from '../../objects/resources';
import type { HookScript } from '../../scripts/hookScripts';

/**
 * The hook point of a script: from its ConfigMap's annotation, else from other VMs that use it, else from an argument
 * that only one hook point passes. Undefined if none of them says it.
 */
export const guessHookPoint = (
  configMap: ConfigMap,
  key: string,
  scripts: readonly HookScript[],
): HookPoint | undefined => {
  const noted = configMap.metadata.annotations?.[HOOK_POINT_ANNOTATION];
  if (noted !== undefined && isHookPoint(noted)) {
    return noted;
  }
  const used = scripts.find(
    (script) => script.configMap.metadata.name === configMap.metadata.name && script.key === key,
  )?.hookPoints[0];
  if (used !== undefined) {
    return used;
  }
  return configMap.data?.[key]?.includes('--cloud-init') === true ? 'preCloudInitIso' : undefined;
};
