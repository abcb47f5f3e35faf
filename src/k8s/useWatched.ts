import { useMemo } from 'react';
import type { K8sModel, K8sResourceCommon, Selector } from '@openshift-console/dynamic-plugin-sdk';
import { useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk';
import type { KubernetesObject } from '../sidecars/resources';
import type { Loadable } from './loadable';
import { groupVersionKind } from './models';

export interface ListQuery {
  model: K8sModel;
  /** Undefined reads all namespaces. */
  namespace: string | undefined;
  selector?: Selector;
  fieldSelector?: string;
}

const toLoadable = <T>(data: T, loaded: boolean, error: unknown, seen: boolean): Loadable<T> => {
  const failed = error !== undefined && error !== null && error !== '';
  if (failed && !(loaded && seen)) {
    return { status: 'failed', error };
  }
  if (!loaded) {
    return { status: 'loading' };
  }
  return failed ? { status: 'loaded', data, problem: error } : { status: 'loaded', data };
};

/** Lists and keeps watching. `undefined` asks for nothing and stays `loading`. */
export const useWatchedList = <T extends KubernetesObject>(query: ListQuery | undefined): Loadable<T[]> => {
  const { model, namespace, selector, fieldSelector } = query ?? {};
  const resource = useMemo(
    () =>
      model === undefined
        ? null
        : {
            groupVersionKind: groupVersionKind(model),
            isList: true,
            ...(namespace === undefined ? {} : { namespace }),
            ...(selector === undefined ? {} : { selector }),
            ...(fieldSelector === undefined ? {} : { fieldSelector }),
          },
    [model, namespace, selector, fieldSelector],
  );
  const [data, loaded, error] = useK8sWatchResource<(T & K8sResourceCommon)[]>(resource) as [
    T[],
    boolean,
    unknown,
  ];
  return useMemo(
    () => (resource === null ? { status: 'loading' } : toLoadable(data, loaded, error, data.length > 0)),
    [resource, data, loaded, error],
  );
};
