import type { K8sModel, Patch } from '@openshift-console/dynamic-plugin-sdk';
import { consoleFetch, consoleFetchJSON, k8sCreate, k8sDelete } from '@openshift-console/dynamic-plugin-sdk';
import { goJson } from './goJson';
import type { KubernetesObject } from './kubernetesObject';
import { VmSubresources } from './models';
import { resourcePath } from './resourcePath';

/** Every write answers the object as it is stored then, and rejects with HttpError as the API server said it. */

/** @param fieldManager under which the API server books the change; the browser's own if absent */
export const patchObject = async <T extends KubernetesObject>(
  model: K8sModel,
  object: KubernetesObject,
  operations: readonly Patch[],
  fieldManager?: string,
): Promise<T> => {
  const { namespace, name } = object.metadata;
  const query = fieldManager === undefined ? '' : `?${new URLSearchParams({ fieldManager }).toString()}`;
  // The SDK's own function spells the patch as browsers do.
  return (await consoleFetchJSON(`${resourcePath(model, { namespace, name })}${query}`, 'PATCH', {
    headers: { 'Content-Type': 'application/json-patch+json' },
    body: goJson(operations),
  })) as T;
};

export const createObject = async <T extends KubernetesObject>(model: K8sModel, object: T): Promise<T> =>
  k8sCreate<T>({ model, data: object });

export const deleteObject = async (model: K8sModel, object: KubernetesObject): Promise<void> => {
  await k8sDelete({ model, resource: object });
};

export type VmCommand = 'start' | 'stop' | 'restart';

/** Asks KubeVirt to start, stop or restart a VM. Answers when it is accepted, not when it is done. */
export const commandVm = async (command: VmCommand, namespace: string, name: string): Promise<void> => {
  const path = resourcePath(VmSubresources, { namespace, name, subresource: command });
  await consoleFetch(path, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
};
