import type { HookPoint } from '../hookPoint';
import type { ConfigMap, VirtualMachine } from '../resources';

export interface ScriptUser {
  namespace: string;
  name: string;
  running: boolean;
}

/** One key of a ConfigMap that serves, or could serve, as a hook script. */
export interface HookScript {
  configMap: ConfigMap;
  key: string;
  hookPoints: HookPoint[];
  users: ScriptUser[];
  /** Of the script's text in UTF-8. */
  sizeBytes: number;
  /** RFC 3339; undefined when the object carries no time at all. */
  lastChange: string | undefined;
  /** What makes it a hook script; the strongest reason. */
  reason: 'referenced' | 'labelled' | 'shebang';
}

export const isHookScript = (configMap: ConfigMap, vms: readonly VirtualMachine[]): boolean =>
  listHookScripts([configMap], vms).length > 0;

export const listHookScripts = (
  configMaps: readonly ConfigMap[],
  vms: readonly VirtualMachine[],
): HookScript[] => {
  void [configMaps, vms];
  return [];
};
