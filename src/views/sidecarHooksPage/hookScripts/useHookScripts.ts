import { useMemo } from 'react';
import { oldestStale, type Loadable } from '../../../loadable';
import { ConfigMapModel } from '../../../k8s/models';
import { usePossibleUsers, type UnreadUsers } from '../../../data/usePossibleUsers';
import { useWatchedList } from '../../../k8s/useWatched';
import type { ConfigMap, VirtualMachine } from '../../../sidecars/objects/resources';
import { listHookScripts, type HookScript } from '../../../sidecars/scripts/hookScripts';

export interface HookScripts {
  scripts: HookScript[];
  /** What may use scripts; undefined if VMs cannot be read. */
  users: VirtualMachine[] | undefined;
  /** What cannot be read, and may use scripts too. */
  unread: readonly UnreadUsers[];
}

/**
 * React hook: the hook scripts of one or all namespaces, live. If VMs cannot be read, scripts are recognized by their own
 * content only, and their users are not known.
 */
export const useHookScripts = (namespace: string | undefined): Loadable<HookScripts> => {
  const configMaps = useWatchedList<ConfigMap>({ model: ConfigMapModel, namespace });
  const { users, lists, unread } = usePossibleUsers(namespace);
  return useMemo(() => {
    if (configMaps.status !== 'loaded') {
      return configMaps;
    }
    if (lists.some(({ status }) => status === 'loading')) {
      return { status: 'loading' };
    }
    const known = unread.some(({ kind }) => kind === 'VirtualMachine') ? undefined : users;
    const all = [configMaps, ...lists];
    const { problem, retry } =
      all.filter((list) => list.status === 'loaded').find((list) => list.problem !== undefined) ?? configMaps;
    return {
      status: 'loaded',
      data: { scripts: listHookScripts(configMaps.data, known), users: known, unread },
      problem,
      retry,
      ...oldestStale(...all),
    };
  }, [configMaps, users, lists, unread]);
};
