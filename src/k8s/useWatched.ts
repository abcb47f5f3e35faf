import { useMemo } from 'react';
import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { KubernetesObject } from '../sidecars/resources';
import type { ListWatchQuery } from './listWatch/listPages';
import { useListWatch } from './listWatch/useListWatch';
import type { Loadable } from './loadable';

export interface ListQuery {
  model: K8sModel;
  /** Undefined reads all namespaces. */
  namespace: string | undefined;
  labelSelector?: string;
  fieldSelector?: string;
}

const whole = <T>(object: T): T => object;

/** Lists whole objects and keeps watching. `undefined` asks for nothing and stays `loading`. */
export const useWatchedList = <T extends KubernetesObject>(query: ListQuery | undefined): Loadable<T[]> => {
  const { model, namespace, labelSelector, fieldSelector } = query ?? {};
  const resource = useMemo(
    (): ListWatchQuery<T> | undefined =>
      model === undefined
        ? undefined
        : {
            model,
            namespace,
            ...(labelSelector === undefined ? {} : { labelSelector }),
            ...(fieldSelector === undefined ? {} : { fieldSelector }),
            prune: whole,
          },
    [model, namespace, labelSelector, fieldSelector],
  );
  return useListWatch(resource);
};
