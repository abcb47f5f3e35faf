import type { K8sModel, K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import type { HyperConverged } from '../sidecars/objects/resources';
import { isForbidden, isNotFound } from '../apiError';
import { askAccess } from '../k8s/askAccess';
import { HyperConvergedModel } from '../k8s/models';
import { getApiDocument, listObjects } from '../k8s/read';
import { readKubeVirt } from './readKubeVirt';

/**
 * The HyperConverged object, if the user may read it. `notInstalled`: the cluster runs plain KubeVirt; `forbidden`: HCO is
 * installed, but only administrators of the cluster or of its namespace may read its object.
 */
export type HyperConvergedFound =
  | { kind: 'found'; hco: HyperConverged; model: K8sModel }
  | { kind: 'none'; model: K8sModel }
  | { kind: 'forbidden' }
  | { kind: 'notInstalled' };

interface ApiGroup {
  versions: { version: string }[];
}

/** HCO serves v1beta1 up to 1.17 and v1 from 1.18; prefers v1. */
const discoverModel = async (): Promise<K8sModel | undefined> => {
  try {
    const group = await getApiDocument<ApiGroup>('/apis/hco.kubevirt.io');
    const served = group.versions.map(({ version }) => version);
    const version = served.includes('v1') ? 'v1' : served[0];
    return version === undefined ? undefined : { ...HyperConvergedModel, apiVersion: version };
  } catch (error) {
    if (isNotFound(error)) {
      return undefined;
    }
    throw error;
  }
};

/** @param namespace undefined searches all namespaces */
const lookIn = async (model: K8sModel, namespace: string | undefined): Promise<HyperConvergedFound> => {
  // The access check avoids a refused request for most users.
  if (!(await askAccess({ verb: 'list', model, namespace }))) {
    return { kind: 'forbidden' };
  }
  try {
    const [hco] = await listObjects<HyperConverged & K8sResourceCommon>(model, namespace);
    return hco === undefined ? { kind: 'none', model } : { kind: 'found', hco, model };
  } catch (error) {
    if (isForbidden(error)) {
      return { kind: 'forbidden' };
    }
    if (isNotFound(error)) {
      return { kind: 'notInstalled' };
    }
    throw error;
  }
};

/** HCO creates its KubeVirt object in its own namespace, which a user with rights only there may read. */
const lookBesideKubeVirt = async (model: K8sModel): Promise<HyperConvergedFound> => {
  try {
    const namespace = (await readKubeVirt())?.metadata.namespace;
    const found = namespace === undefined ? undefined : await lookIn(model, namespace);
    // Nothing in this namespace does not mean that there is none elsewhere.
    return found?.kind === 'found' ? found : { kind: 'forbidden' };
  } catch (error) {
    if (isForbidden(error) || isNotFound(error)) {
      return { kind: 'forbidden' };
    }
    throw error;
  }
};

/** Finds the cluster's one HyperConverged object. Rejects with HttpError except for 403 and 404. */
export const readHyperConverged = async (): Promise<HyperConvergedFound> => {
  const model = await discoverModel();
  if (model === undefined) {
    return { kind: 'notInstalled' };
  }
  const found = await lookIn(model, undefined);
  return found.kind === 'forbidden' ? lookBesideKubeVirt(model) : found;
};
