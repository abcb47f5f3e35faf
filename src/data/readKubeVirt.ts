import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import type { KubeVirt } from '../sidecars/objects/resources';
import { KubeVirtModel } from '../k8s/models';
import { listObjects } from '../k8s/read';

/** The cluster's one KubeVirt object, which every user may list; undefined if there is none. Rejects with HttpError. */
export const readKubeVirt = async (): Promise<KubeVirt | undefined> => {
  const [kubevirt] = await listObjects<KubeVirt & K8sResourceCommon>(KubeVirtModel, undefined);
  return kubevirt;
};
