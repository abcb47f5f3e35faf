import { describeFailure, isNotFound } from '../../apiError';
import type { Ask } from '../../k8s/forEachAtOnce';
import { ConfigMapModel } from '../../k8s/models';
import { getObject } from '../../k8s/read';
import { createObject } from '../../k8s/write';
import type { ConfigMap } from '../../sidecars/objects/resources';
import { copyOfConfigMap, hasSameScript } from '../../sidecars/plans/bulk/configMapCopy';

/** The script to attach: a key of a ConfigMap, and the ConfigMap's name in the VMs' namespaces. */
export interface BulkScript {
  source: ConfigMap;
  key: string;
  name: string;
  /** Whether the ConfigMap is created where it is missing. */
  withCopies: boolean;
}

/** What a namespace has of the script. */
export type ScriptPlace =
  | { kind: 'there'; isOther: boolean; configMap: ConfigMap }
  | { kind: 'missing' }
  | { kind: 'copy'; configMap: ConfigMap }
  | { kind: 'created'; configMap: ConfigMap }
  /** The cluster refuses the copy. */
  | { kind: 'refused'; error: unknown }
  /** The ConfigMap could not be read. */
  | { kind: 'unknown' };

const read = async ({ name }: BulkScript, namespace: string): Promise<ConfigMap> =>
  getObject<ConfigMap>(ConfigMapModel, namespace, name);

const there = ({ source, key }: BulkScript, configMap: ConfigMap): ScriptPlace => ({
  kind: 'there',
  configMap,
  isOther: !hasSameScript(source, configMap, key),
});

/** Reads whether the namespace has the script, and asks whether it could be created. Never rejects. */
export const findScript = async (script: BulkScript, namespace: string, ask: Ask): Promise<ScriptPlace> => {
  try {
    return there(script, await ask(async () => read(script, namespace)));
  } catch (error) {
    if (!isNotFound(error)) {
      return { kind: 'unknown' };
    }
  }
  if (!script.withCopies) {
    return { kind: 'missing' };
  }
  const configMap = copyOfConfigMap(script.source, namespace, script.name);
  try {
    await ask(async () => createObject(ConfigMapModel, configMap, { isDryRun: true }));
    return { kind: 'copy', configMap };
  } catch (error) {
    return { kind: 'refused', error };
  }
};

/** Creates the copy. If somebody else has created the same script meanwhile, uses that. Never rejects. */
export const createCopy = async (
  script: BulkScript,
  namespace: string,
  configMap: ConfigMap,
  ask: Ask,
): Promise<ScriptPlace> => {
  try {
    return { kind: 'created', configMap: await ask(async () => createObject(ConfigMapModel, configMap)) };
  } catch (error) {
    if (describeFailure(error).code !== 409) {
      return { kind: 'refused', error };
    }
    try {
      const found = there(script, await ask(async () => read(script, namespace)));
      return found.kind === 'there' && found.isOther ? { kind: 'refused', error } : found;
    } catch {
      return { kind: 'refused', error };
    }
  }
};

/** The ConfigMaps that the checks of a VM know. Undefined if they are not known. */
export const knownConfigMaps = (
  place: ScriptPlace | undefined,
  name: string,
): ReadonlyMap<string, ConfigMap> | undefined => {
  switch (place?.kind) {
    case 'there':
    case 'copy':
    case 'created':
      return new Map([[name, place.configMap]]);
    case 'missing':
      return new Map();
    case 'refused':
    case 'unknown':
    case undefined:
      return undefined;
  }
};
