import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { ALL_NAMESPACES, namespacePrefix } from '../namespace/namespacePath';
import { modelReference } from '../store/modelReference';

/** How a model is named in a URL: core resources by plural, all others by `group~version~Kind`. */
export const urlName = (model: K8sModel): string =>
  model.apiGroup === undefined ? model.plural : modelReference(model);

/** The page of all objects of a kind, in a namespace, in all (ALL_NAMESPACES), or in the cluster. */
export const listPath = (model: K8sModel, namespace: string = ALL_NAMESPACES): string =>
  model.namespaced === true
    ? `${namespacePrefix(namespace)}/${urlName(model)}`
    : `/k8s/cluster/${urlName(model)}`;

/** The page of one object. */
export const objectPath = (model: K8sModel, name: string, namespace?: string): string =>
  `${listPath(model, namespace)}/${encodeURIComponent(name)}`;

/** Finds the model that a URL names: a reference, a core plural, or the plural of any other group. */
export const modelForUrlName = (models: readonly K8sModel[], name: string): K8sModel | undefined =>
  models.find((model) => urlName(model) === name) ??
  models.find((model) => modelReference(model) === name) ??
  models.find((model) => model.plural === name);
