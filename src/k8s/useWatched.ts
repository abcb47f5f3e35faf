import { useMemo } from 'react';
import type { KubernetesObject } from './kubernetesObject';
import type { ListWatchQuery } from './listWatch/listPages';
import { useListWatch } from './listWatch/useListWatch';
import type { Loadable } from '../loadable';

/** A list that stays `loading` until it is complete, for callers that conclude from an object's absence. */
export const useComplete = <T>(list: Loadable<T[]>): Loadable<T[]> =>
  useMemo(() => {
    if (list.status !== 'loaded' || list.remaining === undefined) {
      return list;
    }
    const { problem, retry } = list;
    return problem === undefined ? { status: 'loading' } : { status: 'failed', error: problem, retry };
  }, [list]);

/** React hook: lists whole objects and then watches. `undefined` requests nothing and stays `loading`. */
export const useWatchedList = <T extends KubernetesObject>(
  query: Pick<ListWatchQuery, 'model' | 'namespace' | 'labelSelector' | 'fieldSelector'> | undefined,
): Loadable<T[]> => {
  const { model, namespace, labelSelector, fieldSelector } = query ?? {};
  const resource = useMemo(
    () => (model === undefined ? undefined : { model, namespace, labelSelector, fieldSelector }),
    [model, namespace, labelSelector, fieldSelector],
  );
  return useComplete(useListWatch<T>(resource));
};
