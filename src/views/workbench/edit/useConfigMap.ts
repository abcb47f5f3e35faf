import { useCallback, useMemo, useState } from 'react';
import { ConfigMapModel } from '../../../k8s/models';
import { useWatchedList } from '../../../k8s/useWatched';
import { mapLoadable, type Loadable } from '../../../loadable';
import type { ConfigMap } from '../../../sidecars/objects/resources';

interface LiveConfigMap {
  /** The data is undefined if there is no such ConfigMap. */
  value: Loadable<ConfigMap | undefined>;
  /** Shows the ConfigMap as just saved until the watch says more. */
  showSaved: (saved: ConfigMap) => void;
}

/** React hook: one ConfigMap, live. */
export const useConfigMap = (namespace: string, name: string): LiveConfigMap => {
  const list = useWatchedList<ConfigMap>({
    model: ConfigMapModel,
    namespace,
    fieldSelector: `metadata.name=${name}`,
  });
  const watched = useMemo(() => mapLoadable(list, ([first]) => first), [list]);
  const [saved, setSaved] = useState<{ over: ConfigMap | undefined; configMap: ConfigMap }>();
  const seen = watched.status === 'loaded' ? watched.data : undefined;
  const value = useMemo(
    () =>
      mapLoadable(watched, (configMap) =>
        saved !== undefined && configMap === saved.over ? saved.configMap : configMap,
      ),
    [watched, saved],
  );
  const showSaved = useCallback(
    (configMap: ConfigMap) => {
      setSaved({ over: seen, configMap });
    },
    [seen],
  );
  return { value, showSaved };
};
