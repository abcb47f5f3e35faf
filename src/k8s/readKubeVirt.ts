import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import type { KubeVirt } from '../sidecars/resources';
import { KubeVirtModel } from './models';
import { listObjects } from './read';

/** The cluster's one KubeVirt object, which everybody may list. Undefined where there is none. Rejects with HttpError. */
export const readKubeVirt = async (): Promise<KubeVirt | undefined> => {
  const [kubevirt] = await listObjects<KubeVirt & K8sResourceCommon>(KubeVirtModel, undefined);
  return kubevirt;
};
