import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { k8sCreate } from '@openshift-console/dynamic-plugin-sdk';
import type { AccessQuestion } from './useAccess';

const AccessReviewModel: K8sModel = {
  apiGroup: 'authorization.k8s.io',
  apiVersion: 'v1',
  kind: 'SelfSubjectAccessReview',
  plural: 'selfsubjectaccessreviews',
  abbr: 'SSAR',
  label: 'SelfSubjectAccessReview',
  labelPlural: 'SelfSubjectAccessReviews',
  namespaced: false,
};

/**
 * Whether the user may do it, outside of React. Asked anew each time: the SDK remembers answers, also those from before
 * an administrator viewed the console as somebody else.
 */
export const askAccess = async ({
  verb,
  model: { apiGroup, plural },
  namespace,
}: Pick<AccessQuestion, 'verb' | 'model' | 'namespace'>): Promise<boolean> => {
  const data = {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    spec: { resourceAttributes: { group: apiGroup ?? '', resource: plural, verb, namespace } },
  };
  try {
    const review = await k8sCreate<typeof data & { status?: { allowed: boolean } }>({
      model: AccessReviewModel,
      data,
    });
    return review.status?.allowed !== false;
  } catch {
    // Who cannot be told tries, and is told by the refusal.
    return true;
  }
};
