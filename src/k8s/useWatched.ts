import { useMemo } from 'react';
import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { KubernetesObject } from '../sidecars/objects/resources';
import type { ListWatchQuery } from './listWatch/listPages';
import { useListWatch } from './listWatch/useListWatch';
import type { Loadable } from '../loadable';

export interface ListQuery {
  model: K8sModel;
  /** Undefined reads all namespaces. */
  namespace: string | undefined;
  labelSelector?: string | undefined;
  fieldSelector?: string | undefined;
}

/** A list that is `loading` until its last page is there: what is not in it is not in the cluster. */
export const useComplete = <T>(list: Loadable<T[]>): Loadable<T[]> =>
  useMemo(() => {
    if (list.status !== 'loaded' || list.remaining === undefined) {
      return list;
    }
    const { problem, retry } = list;
    return problem === undefined
      ? { status: 'loading' }
      : { status: 'failed', error: problem, ...(retry === undefined ? {} : { retry }) };
  }, [list]);

const wholeQuery = ({
  model,
  namespace,
  labelSelector,
  fieldSelector,
}: ListQuery): ListWatchQuery<'whole'> => ({
  model,
  namespace,
  ...(labelSelector === undefined ? {} : { labelSelector }),
  ...(fieldSelector === undefined ? {} : { fieldSelector }),
  kept: 'whole',
});

/** Lists whole objects and keeps watching. `undefined` asks for nothing and stays `loading`. */
export const useWatchedList = <T extends KubernetesObject>(query: ListQuery | undefined): Loadable<T[]> => {
  const { model, namespace, labelSelector, fieldSelector } = query ?? {};
  const resource = useMemo(
    () => (model === undefined ? undefined : wholeQuery({ model, namespace, labelSelector, fieldSelector })),
    [model, namespace, labelSelector, fieldSelector],
  );
  // Which type a model lists is known to who asks.
  return useComplete(useListWatch<'whole'>(resource) as Loadable<T[]>);
};
