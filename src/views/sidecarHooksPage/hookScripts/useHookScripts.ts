import { useMemo } from 'react';
import { loadedData, oldestStale, type Failed, type Loadable } from '../../../loadable';
import { ConfigMapModel } from '../../../k8s/models';
import { useAllVms } from '../../../data/useVms';
import { useWatchedList } from '../../../k8s/useWatched';
import type { ConfigMap, VirtualMachine } from '../../../sidecars/objects/resources';
import { listHookScripts, type HookScript } from '../../../sidecars/scripts/hookScripts';

export interface HookScripts {
  scripts: HookScript[];
  /** Undefined if they cannot be read; `vmFailure` has the reason. */
  vms: VirtualMachine[] | undefined;
  vmFailure?: Failed;
}

/**
 * React hook: the hook scripts of one or all namespaces, live. If VMs cannot be read, scripts are recognized by their own
 * content only, and their users are not known.
 */
export const useHookScripts = (namespace: string | undefined): Loadable<HookScripts> => {
  const configMaps = useWatchedList<ConfigMap>({ model: ConfigMapModel, namespace });
  const vms = useAllVms(namespace);
  return useMemo(() => {
    if (configMaps.status !== 'loaded') {
      return configMaps;
    }
    if (vms.status === 'loading') {
      return vms;
    }
    const known = loadedData(vms);
    const problem = configMaps.problem ?? (vms.status === 'loaded' ? vms.problem : undefined);
    const retry = configMaps.problem === undefined ? vms.retry : configMaps.retry;
    return {
      status: 'loaded',
      data: {
        scripts: listHookScripts(configMaps.data, known),
        vms: known,
        ...(vms.status === 'failed' ? { vmFailure: vms } : {}),
      },
      problem,
      retry,
      ...oldestStale(configMaps, vms),
    };
  }, [configMaps, vms]);
};
