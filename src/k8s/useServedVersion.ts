import { useMemo, useSyncExternalStore } from 'react';
import { mapLoadable, type Loadable } from '../loadable';
import { servedGroup } from './servedGroups';

/**
 * React hook: the first of the known versions of an API group that the cluster serves; undefined if it serves none. A
 * failed request is repeated.
 *
 * @param known must have a stable identity
 */
export const useServedVersion = (group: string, known: readonly string[]): Loadable<string | undefined> => {
  const { subscribe, read } = servedGroup(group);
  const served = useSyncExternalStore(subscribe, read);
  return useMemo(
    () => mapLoadable(served, (versions) => known.find((version) => versions.includes(version))),
    [served, known],
  );
};
