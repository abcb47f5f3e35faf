import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';

/**
 * The key under which a model is stored, which is also its name in URLs of custom resources: `group~version~Kind`;
 * core kinds go by their kind alone.
 */
export const modelReference = (model: Pick<K8sModel, 'apiGroup' | 'apiVersion' | 'kind'>): string =>
  model.apiGroup === undefined ? model.kind : `${model.apiGroup}~${model.apiVersion}~${model.kind}`;
