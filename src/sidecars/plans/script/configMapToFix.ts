import type { Finding } from '../../checks/check';
import type { ConfigMap } from '../../objects/resources';

/**
 * The ConfigMap that a finding's fix of a script can be written to. A fix is of the text that was checked: once somebody
 * changed that, writing the fix would undo their change.
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
