import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { ALL_NAMESPACES, namespacePrefix } from '../namespace/namespacePath';
import { modelReference } from '../store/modelReference';

/** A model's name in URLs: `group~version~Kind` for custom resources, the plural for all others. */
export const urlName = (model: K8sModel): string =>
  model.crd === true ? modelReference(model) : model.plural;

/** The path of the list of a kind, in a namespace, in all of them (ALL_NAMESPACES), or in the cluster. */
export const listPath = (model: K8sModel, namespace: string = ALL_NAMESPACES): string =>
  model.namespaced === true
    ? `${namespacePrefix(namespace)}/${urlName(model)}`
    : `/k8s/cluster/${urlName(model)}`;

export const objectPath = (model: K8sModel, name: string, namespace?: string): string =>
  `${listPath(model, namespace)}/${encodeURIComponent(name)}`;

/** Finds the model of a URL: by reference, by core plural, or by the plural of any other group. */
export const modelForUrlName = (models: readonly K8sModel[], name: string): K8sModel | undefined =>
  models.find((model) => urlName(model) === name) ??
  models.find((model) => modelReference(model) === name) ??
  models.find((model) => model.plural === name);
