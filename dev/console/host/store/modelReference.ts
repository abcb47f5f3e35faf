import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';

/** The key of a model in the store and in URLs: `group~version~Kind`, or the kind alone for core kinds. */
export const modelReference = (model: Pick<K8sModel, 'apiGroup' | 'apiVersion' | 'kind'>): string =>
  model.apiGroup === undefined ? model.kind : `${model.apiGroup}~${model.apiVersion}~${model.kind}`;
