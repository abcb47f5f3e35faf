import { useMemo, useSyncExternalStore } from 'react';
import type { KubernetesObject } from '../../sidecars/resources';
import { useImpersonation } from '../exec/useImpersonation';
import type { Loadable } from '../loadable';
import type { ListWatchQuery } from './listPages';
import type { SharedList } from './sharedLists';
import { sharedList } from './sharedLists';

const LOADING = { status: 'loading' } as const;
const NOTHING: Pick<SharedList<KubernetesObject>, 'subscribe' | 'read'> = {
  subscribe: () => () => undefined,
  read: () => LOADING,
};

/**
 * Lists and keeps watching, in pages, with one connection for all who ask the same on this page. `undefined` asks for
 * nothing and stays `loading`. The first rows are there with the first page.
 *
 * @param query must keep its identity while it means the same
 */
export const useListWatch = <T extends KubernetesObject>(
  query: ListWatchQuery<T> | undefined,
): Loadable<T[]> => {
  const impersonation = useImpersonation();
  const list = useMemo(
    () => (query === undefined ? undefined : sharedList(query, impersonation)),
    [query, impersonation],
  );
  const { subscribe, read } = list ?? (NOTHING as SharedList<T>);
  return useSyncExternalStore(subscribe, read);
};
