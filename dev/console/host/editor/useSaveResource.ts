import type { K8sModel, K8sResourceKind } from '@openshift-console/dynamic-plugin-sdk';
import {
  k8sCreateResource,
  k8sUpdateResource,
} from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/k8s-resource';
import { useState } from 'react';
import { useSelector } from 'react-redux';
import type { HostState } from '../store/store';
import { errorText } from '../layout/errorText';

type SaveResult = { kind: 'saved' } | { kind: 'failed'; message: string };

interface SaveResource {
  /** Writes the object and returns it as stored; undefined if that failed (see `result`). */
  save: (object: K8sResourceKind) => Promise<K8sResourceKind | undefined>;
  result: SaveResult | undefined;
  isPending: boolean;
  reset: () => void;
}

interface ModelMap {
  find: (predicate: (model: K8sModel) => boolean) => K8sModel | undefined;
}

/** Creates or replaces an object by its own apiVersion and kind. */
export const useSaveResource = (create: boolean): SaveResource => {
  const models = useSelector(({ k8s }: HostState) => k8s.getIn(['RESOURCES', 'models']) as ModelMap);
  const [result, setResult] = useState<SaveResult>();
  const [isPending, setIsPending] = useState(false);

  const save = async (object: K8sResourceKind): Promise<K8sResourceKind | undefined> => {
    const [version, group] = (object.apiVersion ?? '').split('/').reverse();
    const model = models.find(
      (one) => one.kind === object.kind && one.apiVersion === version && one.apiGroup === group,
    );
    if (model === undefined) {
      setResult({
        kind: 'failed',
        message: `The cluster serves no kind ${object.kind ?? ''} in ${object.apiVersion ?? 'no apiVersion'}.`,
      });
      return undefined;
    }
    setIsPending(true);
    setResult(undefined);
    try {
      const saved = await (create
        ? k8sCreateResource({ model, data: object })
        : k8sUpdateResource({ model, data: object }));
      setResult({ kind: 'saved' });
      return saved;
    } catch (error) {
      setResult({ kind: 'failed', message: errorText(error) });
      return undefined;
    } finally {
      setIsPending(false);
    }
  };
  return {
    save,
    result,
    isPending,
    reset: () => {
      setResult(undefined);
    },
  };
};
