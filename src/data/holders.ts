import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { holderModel } from '../k8s/models';
import { getObject } from '../k8s/read';
import { patchObject, type WriteOptions } from '../k8s/write';
import type { JsonPatchOperation } from '../sidecars/json/jsonPointer';
import type { KubernetesObject, VirtualMachine } from '../sidecars/objects/resources';
import { sourceOf, vmAgain } from '../sidecars/objects/templateVm';

/** The template was changed so that it no longer has the VM. Treated as an object that is not found. */
class VmNotInTemplate extends Error {
  readonly code = 404;

  constructor() {
    super('The template does not have this virtual machine any more.');
  }
}

/** Reads a VM, or the template or pool that has it, again. Rejects with HttpError or, with code 404, VmNotInTemplate. */
export const readAgain = async (vm: VirtualMachine): Promise<VirtualMachine> => {
  const { object } = sourceOf(vm);
  const { namespace, name } = object.metadata;
  const now = await getObject<KubernetesObject & K8sResourceCommon>(holderModel(object), namespace, name);
  const again = vmAgain(vm, now);
  if (again === undefined) {
    throw new VmNotInTemplate();
  }
  return again;
};

/** Patches a VM, or the template or pool that has it. Rejects with HttpError. */
export const patchVm = async (
  vm: VirtualMachine,
  operations: readonly JsonPatchOperation[],
  options?: WriteOptions,
): Promise<void> => {
  const { object } = sourceOf(vm);
  await patchObject(holderModel(object), object, operations, options);
};
