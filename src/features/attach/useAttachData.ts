import { useMemo } from 'react';
import type { Loadable } from '../../loadable';
import { loadedData, mapLoadable } from '../../loadable';
import { ConfigMapModel, PersistentVolumeClaimModel } from '../../k8s/models';
import { useGate, type Gate } from '../../data/useGate';
import { useAllVms } from '../../data/useVms';
import { useWatchedList } from '../../k8s/useWatched';
import type { ConfigMap, KubernetesObject } from '../../sidecars/objects/resources';
import { broughtConfigMaps } from '../../sidecars/templates/templateContext';
import { listHookScripts, type HookScript } from '../../sidecars/scripts/hookScripts';

export interface AttachData {
  configMaps: Loadable<ReadonlyMap<string, ConfigMap>>;
  /** The ConfigMaps that are known as hook scripts. */
  scripts: readonly HookScript[];
  /** Undefined if they cannot be read (yet). */
  pvcs: ReadonlySet<string> | undefined;
  gate: Gate;
}

/**
 * React hook: the form's choices and the data for its checks. Only the ConfigMaps must be loaded.
 *
 * @param object the template that the VM is in, which may bring ConfigMaps of its own
 */
export const useAttachData = (namespace: string | undefined, object?: KubernetesObject): AttachData => {
  const configMapList = useWatchedList<ConfigMap>({ model: ConfigMapModel, namespace });
  const vmList = useAllVms(namespace);
  const pvcList = useWatchedList<KubernetesObject>({ model: PersistentVolumeClaimModel, namespace });
  const gate = useGate();

  const configMaps = useMemo(
    () =>
      mapLoadable(
        configMapList,
        (list) =>
          new Map([
            ...list.map((item): [string, ConfigMap] => [item.metadata.name, item]),
            ...(object === undefined ? [] : broughtConfigMaps(object)),
          ]),
      ),
    [configMapList, object],
  );
  const scripts = useMemo(
    () => listHookScripts(loadedData(configMapList) ?? [], loadedData(vmList)),
    [configMapList, vmList],
  );
  const pvcs = useMemo(() => {
    const list = loadedData(pvcList);
    return list === undefined ? undefined : new Set(list.map(({ metadata }) => metadata.name));
  }, [pvcList]);
  return { configMaps, scripts, pvcs, gate };
};
