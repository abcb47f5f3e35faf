import type { K8sGroupVersionKind } from '@openshift-console/dynamic-plugin-sdk';
import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk/lib/app/components/utils/rbac';
import { useModel } from '../resource/useModel';

export interface CreateAccessReview {
  groupVersionKind: string | K8sGroupVersionKind;
  namespace?: string;
}

/** Whether the user may create objects of the kind; true without a review. */
export const useCreateAccess = (review: CreateAccessReview | undefined): boolean => {
  const model = useModel(review?.groupVersionKind);
  const [isAllowed] = useAccessReview(
    {
      group: model?.apiGroup ?? '',
      resource: model?.plural ?? '',
      verb: 'create',
      namespace: review?.namespace,
    },
    undefined,
    true,
  );
  return review === undefined || isAllowed;
};
