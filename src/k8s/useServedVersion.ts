import { useMemo, useSyncExternalStore } from 'react';
import { mapLoadable, type Loadable } from '../loadable';
import { servedGroups } from './servedGroups';

/**
 * React hook: the first of the known versions of an API group that the cluster serves; undefined if it serves none. A
 * failed request is repeated.
 *
 * @param known must have a stable identity
 */
export const useServedVersion = (group: string, known: readonly string[]): Loadable<string | undefined> => {
  const served = useSyncExternalStore(servedGroups.subscribe, servedGroups.read);
  return useMemo(
    () =>
      mapLoadable(served, (groups) => {
        const versions = groups.get(group) ?? [];
        return known.find((version) => versions.includes(version));
      }),
    [served, group, known],
  );
};
