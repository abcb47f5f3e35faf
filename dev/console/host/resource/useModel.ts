import type { K8sGroupVersionKind, K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks';

/** The model of a kind; undefined if discovery has not found it (yet). */
export const useModel = (kind: K8sGroupVersionKind | string | undefined): K8sModel | undefined => {
  const [model] = useK8sModel(kind) as [K8sModel | undefined, boolean];
  return model;
};
