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
 * Whether the user may do it, outside of React. Not cached: the SDK's cache includes answers from before an administrator
 * started to impersonate somebody.
 */
export const askAccess = async ({
  verb,
  model: { apiGroup, plural },
  namespace,
  subresource,
}: Pick<AccessQuestion, 'verb' | 'model' | 'namespace' | 'subresource'>): Promise<boolean> => {
  const data = {
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    spec: { resourceAttributes: { group: apiGroup ?? '', resource: plural, subresource, verb, namespace } },
  };
  try {
    const review = await k8sCreate<typeof data & { status?: { allowed: boolean } }>({
      model: AccessReviewModel,
      data,
    });
    return review.status?.allowed !== false;
  } catch {
    // If the review fails, the action is allowed to run; the API server still refuses it if necessary.
    return true;
  }
};
