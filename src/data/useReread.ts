import { useCallback, useState } from 'react';
import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { getObject } from '../k8s/read';
import { isAnother } from '../sidecars/objects/isAnother';
import type { KubernetesObject } from '../sidecars/objects/resources';

export interface Reread<T> {
  /** The object for the next write. */
  object: T;
  /** The object for the write that failed. */
  before: T | undefined;
  /** The object was deleted, and another one was created with its name. */
  isAnother: boolean;
  /** Why it could not be read again. */
  error: unknown;
  /** Call it after a write that found somebody else's change. */
  reread: () => void;
}

/** React hook: the object that a dialog writes, read again after somebody else's change. */
export const useReread = <T extends KubernetesObject>(model: K8sModel, opened: T): Reread<T> => {
  const [object, setObject] = useState(opened);
  const [before, setBefore] = useState<T>();
  const [error, setError] = useState<unknown>();

  const reread = useCallback(() => {
    const read = async (): Promise<void> => {
      const { name, namespace } = object.metadata;
      try {
        const now = await getObject<T & K8sResourceCommon>(model, namespace, name);
        setBefore(object);
        setObject(now);
        setError(undefined);
      } catch (problem) {
        setError(problem);
      }
    };
    void read();
  }, [model, object]);
  return {
    object,
    before,
    isAnother: before !== undefined && isAnother(before, object),
    error,
    reread,
  };
};
