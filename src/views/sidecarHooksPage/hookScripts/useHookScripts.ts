import { useMemo } from 'react';
import type { Loadable } from '../../../k8s/loadable';
import { ConfigMapModel } from '../../../k8s/models';
import { useAllVms } from '../../../k8s/useKeptVms';
import { useWatchedList } from '../../../k8s/useWatched';
import type { ConfigMap, VirtualMachine } from '../../../sidecars/resources';
import { listHookScripts, type HookScript } from '../../../sidecars/scripts/hookScripts';

export interface HookScripts {
  scripts: HookScript[];
  vms: VirtualMachine[];
}

/**
 * React hook: the hook scripts of a namespace, or of all, live. Where VMs cannot be read, scripts are found by
 * themselves and the problem is told: who uses them is not known then.
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
    const known = vms.status === 'loaded' ? vms.data : [];
    const problem = configMaps.problem ?? (vms.status === 'failed' ? vms.error : vms.problem);
    const retry = configMaps.problem === undefined ? vms.retry : configMaps.retry;
    return {
      status: 'loaded',
      data: { scripts: listHookScripts(configMaps.data, known), vms: known },
      ...(problem === undefined ? {} : { problem }),
      ...(retry === undefined ? {} : { retry }),
    };
  }, [configMaps, vms]);
};
