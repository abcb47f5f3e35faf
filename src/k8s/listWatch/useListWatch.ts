import { useMemo, useSyncExternalStore } from 'react';
import { useImpersonation } from '../exec/useImpersonation';
import type { Loadable } from '../../loadable';
import type { KubernetesObject } from '../kubernetesObject';
import type { ListWatchQuery } from './listPages';
import type { SharedList } from './sharedLists';
import { sharedList } from './sharedLists';

const LOADING = { status: 'loading' } as const;
const NOTHING: SharedList<never> = {
  subscribe: () => () => undefined,
  read: () => LOADING,
};

/**
 * React hook: lists in pages and then watches, with one connection for all callers of the page with the same query.
 * `undefined` requests nothing and stays `loading`. The first page is returned before the list is complete.
 *
 * @typeParam T the projected type of the objects
 * @param query must have a stable identity while it is the same query
 */
export const useListWatch = <T extends KubernetesObject>(
  query: ListWatchQuery | undefined,
): Loadable<T[]> => {
  const impersonation = useImpersonation();
  const list = useMemo(
    () => (query === undefined ? undefined : sharedList<T>(query, impersonation)),
    [query, impersonation],
  );
  const { subscribe, read } = list ?? NOTHING;
  return useSyncExternalStore(subscribe, read);
};
