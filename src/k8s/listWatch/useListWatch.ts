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
 * Lists and keeps watching, in pages, with one connection for all who ask the same on this page. `undefined` asks for
 * nothing and stays `loading`. The first rows are there with the first page.
 *
 * @typeParam T what the model lists, as far as the query keeps it
 * @param query must keep its identity while it means the same
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
