import { VmSubresources } from '../k8s/models';
import { getApiDocument } from '../k8s/read';
import { KUBERNETES, resourcePath } from '../k8s/resourcePath';
import type { ObjectMeta, VirtualMachine } from '../sidecars/objects/resources';

/** The VM with the values of its instance type and preference, as KubeVirt starts it. Rejects with HttpError. */
export const readExpandedVm = async ({
  namespace,
  name,
}: Pick<ObjectMeta, 'namespace' | 'name'>): Promise<VirtualMachine> => {
  const path = resourcePath(VmSubresources, { namespace, name, subresource: 'expand-spec' });
  return getApiDocument<VirtualMachine>(path.slice(KUBERNETES.length));
};
