import { useMemo, useSyncExternalStore } from 'react';
import { useImpersonation } from '../exec/useImpersonation';
import type { Loadable } from '../../loadable';
import type { KeptName, KeptObjects } from '../../sidecars/rows/prune';
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
 * @param query must keep its identity while it means the same
 */
export const useListWatch = <Name extends KeptName>(
  query: ListWatchQuery<Name> | undefined,
): Loadable<KeptObjects[Name][]> => {
  const impersonation = useImpersonation();
  const list = useMemo(
    () => (query === undefined ? undefined : sharedList(query, impersonation)),
    [query, impersonation],
  );
  const { subscribe, read } = list ?? NOTHING;
  return useSyncExternalStore(subscribe, read);
};
