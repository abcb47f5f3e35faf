import { useMemo } from 'react';
import { ConfigMapModel } from '../k8s/models';
import { useWatchedList } from '../k8s/useWatched';
import { loadedData, mapLoadable, type Loadable } from '../loadable';
import type { CheckContext } from '../sidecars/checks/check';
import type { ConfigMap, KubernetesObject } from '../sidecars/objects/resources';
import { byName } from '../sidecars/state/vmState';
import { broughtConfigMaps } from '../sidecars/templates/templateContext';
import { useGate, type Gate } from './useGate';

export interface TemplateFacts {
  /** The ConfigMaps of the namespace and those that the template brings, by name. */
  configMaps: Loadable<ReadonlyMap<string, ConfigMap>>;
  gate: Gate;
  context: Pick<CheckContext, 'configMaps' | 'kubevirtVersion' | 'gate'>;
}

/**
 * React hook: what is shown and checked of the VMs in a template or pool, live.
 *
 * @param namespace where its VMs are created
 */
export const useTemplateFacts = (
  object: KubernetesObject,
  namespace = object.metadata.namespace,
): TemplateFacts => {
  const list = useWatchedList<ConfigMap>({ model: ConfigMapModel, namespace });
  const gate = useGate();
  const configMaps = useMemo(
    () => mapLoadable(list, (found) => new Map([...byName(found), ...broughtConfigMaps(object)])),
    [list, object],
  );
  const context = useMemo(
    () => ({
      configMaps: loadedData(configMaps),
      kubevirtVersion: gate.status?.version,
      gate: gate.status,
    }),
    [configMaps, gate.status],
  );
  return { configMaps, gate, context };
};
