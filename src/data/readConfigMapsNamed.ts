import { isForbidden, isNotFound } from '../apiError';
import { forEachAtOnce } from '../k8s/forEachAtOnce';
import { listPages } from '../k8s/listWatch/listPages';
import { ConfigMapModel, NamespaceModel, ProjectModel } from '../k8s/models';
import { getObject, listObjects } from '../k8s/read';
import type { ConfigMap, KubernetesObject } from '../sidecars/objects/resources';

const AT_ONCE = 5;

/** The namespaces that the user sees. OpenShift lists them as projects, without a right to list all namespaces. */
const readNamespaces = async (): Promise<KubernetesObject[]> => {
  try {
    return await listObjects<KubernetesObject>(ProjectModel, undefined);
  } catch (error) {
    if (!isNotFound(error)) {
      throw error;
    }
    return listObjects<KubernetesObject>(NamespaceModel, undefined);
  }
};

const readInEach = async (name: string, signal: AbortSignal): Promise<ConfigMap[]> => {
  const found: ConfigMap[] = [];
  await forEachAtOnce(await readNamespaces(), { atOnce: AT_ONCE, signal }, async ({ metadata }, ask) => {
    try {
      found.push(await ask(async () => getObject<ConfigMap>(ConfigMapModel, metadata.name, name)));
    } catch (error) {
      // Otherwise it is not there, or the user may not read it.
      if (!isNotFound(error) && !isForbidden(error)) {
        throw error;
      }
    }
  });
  return found;
};

/** The ConfigMaps of this name in all namespaces in which the user may read them. Rejects with HttpError. */
export const readConfigMapsNamed = async (name: string, signal: AbortSignal): Promise<ConfigMap[]> => {
  const found: KubernetesObject[] = [];
  try {
    await listPages(
      { model: ConfigMapModel, namespace: undefined, fieldSelector: `metadata.name=${name}` },
      (items) => {
        found.push(...items);
      },
      signal,
    );
    return found;
  } catch (error) {
    if (!isForbidden(error)) {
      throw error;
    }
    return readInEach(name, signal);
  }
};
