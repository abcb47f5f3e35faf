import type { K8sModel, Patch } from '@openshift-console/dynamic-plugin-sdk';
import { consoleFetch, consoleFetchJSON, k8sCreate, k8sDelete } from '@openshift-console/dynamic-plugin-sdk';
import { describeFailure, isNotFound } from '../apiError';
import { goJson } from './goJson';
import type { KubernetesObject } from './kubernetesObject';
import { VmSubresources } from './models';
import { resourcePath } from './resourcePath';

// Every write returns the object as stored, and rejects with HttpError.

export interface WriteOptions {
  /** The field manager of the change; by default the browser's. */
  fieldManager?: string;
  /** Only asks the API server, with all its admission, what it would say. */
  isDryRun?: boolean;
}

const parametersOf = ({ fieldManager, isDryRun }: WriteOptions): Record<string, string> => ({
  ...(fieldManager !== undefined && { fieldManager }),
  ...(isDryRun === true && { dryRun: 'All' }),
});

/** Never changes another object of the same name: fails as after somebody else's change. */
export const patchObject = async <T extends KubernetesObject>(
  model: K8sModel,
  object: KubernetesObject,
  operations: readonly Patch[],
  options: WriteOptions = {},
): Promise<T> => {
  const { namespace, name, uid } = object.metadata;
  const test: Patch = { op: 'test', path: '/metadata/uid', value: uid };
  const query = new URLSearchParams(parametersOf(options)).toString();
  // The SDK's own function would not encode strings as Go does.
  return (await consoleFetchJSON(`${resourcePath(model, { namespace, name })}?${query}`, 'PATCH', {
    headers: { 'Content-Type': 'application/json-patch+json' },
    body: goJson([test, ...operations]),
  })) as T;
};

export const createObject = async <T extends KubernetesObject>(
  model: K8sModel,
  object: T,
  options: WriteOptions = {},
): Promise<T> => k8sCreate<T>({ model, data: object, queryParams: parametersOf(options) });

/** Sends an object to a path that stores nothing, and returns the answer. */
export const postObject = async <T>(path: string, object: object): Promise<T> =>
  (await consoleFetchJSON.post(path, object)) as T;

/**
 * Never deletes another object of the same name.
 *
 * @param ifUnchanged whether to refuse with 409 if the object has changed since it was read
 * @param outlivesPage whether the browser is to send it even if the page is closed at this moment
 */
export const deleteObject = async (
  model: K8sModel,
  object: KubernetesObject,
  { ifUnchanged, outlivesPage = false }: { ifUnchanged: boolean; outlivesPage?: boolean },
): Promise<void> => {
  const { uid, resourceVersion } = object.metadata;
  const preconditions = ifUnchanged ? { uid, resourceVersion } : { uid };
  await k8sDelete({
    model,
    resource: object,
    json: { kind: 'DeleteOptions', apiVersion: 'v1', preconditions },
    requestInit: { keepalive: outlivesPage },
  });
};

/** Deletes an object, unless somebody else was faster or another object has its name now. Rejects with HttpError. */
export const deleteIfThere = async (model: K8sModel, object: KubernetesObject): Promise<void> => {
  try {
    await deleteObject(model, object, { ifUnchanged: false });
  } catch (error) {
    if (!isNotFound(error) && describeFailure(error).code !== 409) {
      throw error;
    }
  }
};

export type VmCommand = 'start' | 'stop' | 'restart';

/** Asks KubeVirt to start, stop or restart a VM. Resolves when the command is accepted, not when it is completed. */
export const commandVm = async (command: VmCommand, namespace: string, name: string): Promise<void> => {
  const path = resourcePath(VmSubresources, { namespace, name, subresource: command });
  await consoleFetch(path, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
};
