import { useCallback, useEffect, useState } from 'react';
import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import type { KubernetesObject } from '../sidecars/resources';
import type { Loadable } from './loadable';
import { listObjects } from './read';

/**
 * Lists again and again, for resources that everybody may list but not watch (KubeVirt's CR). Keeps what was loaded
 * when a later try fails, and rests while the page is hidden.
 *
 * @param intervalMs time between the end of one try and the next; undefined asks for nothing
 */
export const usePolledList = <T extends KubernetesObject>(
  query: { model: K8sModel; namespace: string | undefined } | undefined,
  intervalMs: number,
): { list: Loadable<T[]>; reload: () => void } => {
  const [list, setList] = useState<Loadable<T[]>>({ status: 'loading' });
  const [round, setRound] = useState(0);
  const { model, namespace } = query ?? {};

  useEffect(() => {
    if (model === undefined) {
      return undefined;
    }
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = (): void => {
      timer = setTimeout(() => void poll(), intervalMs);
    };
    const poll = async (): Promise<void> => {
      if (document.hidden) {
        again();
        return;
      }
      try {
        const data = (await listObjects<T & K8sResourceCommon>(model, namespace)) as T[];
        if (!stopped) {
          setList({ status: 'loaded', data });
        }
      } catch (error) {
        if (!stopped) {
          setList((seen) =>
            seen.status === 'loaded' ? { ...seen, problem: error } : { status: 'failed', error },
          );
        }
      }
      if (!stopped) {
        again();
      }
    };
    void poll();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [model, namespace, intervalMs, round]);

  const reload = useCallback(() => {
    setRound((before) => before + 1);
  }, []);
  return { list, reload };
};
