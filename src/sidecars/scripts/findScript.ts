import type { ConfigMap } from '../objects/resources';
import type { ConfigMapSource } from '../annotation/sidecar';

export type FoundScript =
  | { kind: 'noConfigMap' }
  /** `keys`: the keys of the ConfigMap. */
  | { kind: 'noKey'; keys: string[] }
  | { kind: 'binary' }
  | { kind: 'text'; text: string };

/** The script that KubeVirt would mount for this source. */
export const findScript = (
  configMaps: ReadonlyMap<string, ConfigMap>,
  { name, key }: Pick<ConfigMapSource, 'name' | 'key'>,
): FoundScript => {
  const configMap = configMaps.get(name);
  if (configMap === undefined) {
    return { kind: 'noConfigMap' };
  }
  const { data = {}, binaryData = {} } = configMap;
  const text = Object.hasOwn(data, key) ? data[key] : undefined;
  if (text !== undefined) {
    return { kind: 'text', text };
  }
  return Object.hasOwn(binaryData, key)
    ? { kind: 'binary' }
    : { kind: 'noKey', keys: [...Object.keys(data), ...Object.keys(binaryData)] };
};
