import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { useMemo } from 'react';
import { useSelector } from 'react-redux';
import { modelForUrlName } from '../resource/resourcePath';
import type { HostState } from '../store/store';

interface ModelMap {
  toArray: () => K8sModel[];
}

/** The model in a URL; `loading` until discovery has answered. */
export const useUrlModel = (name: string): K8sModel | 'loading' | 'unknown' => {
  const models = useSelector(({ k8s }: HostState) => k8s.getIn(['RESOURCES', 'models']) as ModelMap);
  const loaded = useSelector(({ k8s }: HostState) => k8s.getIn(['RESOURCES', 'loaded']) === true);
  return useMemo(
    () => (loaded ? (modelForUrlName(models.toArray(), name) ?? 'unknown') : 'loading'),
    [models, loaded, name],
  );
};
