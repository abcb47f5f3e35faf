import type { K8sGroupVersionKind, K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk/lib/utils/k8s/hooks';

/** The model of a kind as discovery found it; undefined when the cluster does not serve it (or not yet). */
export const useModel = (kind: K8sGroupVersionKind | string | undefined): K8sModel | undefined => {
  const [model] = useK8sModel(kind) as [K8sModel | undefined, boolean];
  return model;
};
