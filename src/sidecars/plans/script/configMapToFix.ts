import type { Finding } from '../../checks/check';
import type { ConfigMap } from '../../objects/resources';

/**
 * The ConfigMap to which a finding's fix of a script can be written. A fix is for the text that was checked: if
 * somebody changed that meanwhile, writing the fix would undo the change.
 */
export const configMapToFix = (
  { fix }: Finding,
  configMaps: ReadonlyMap<string, ConfigMap> | undefined,
): ConfigMap | undefined => {
  if (fix?.kind !== 'script') {
    return undefined;
  }
  const configMap = configMaps?.get(fix.configMap);
  return configMap?.immutable !== true && configMap?.data?.[fix.key] === fix.before ? configMap : undefined;
};
