import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { holderModel } from '../k8s/models';
import { getObject } from '../k8s/read';
import { patchObject, type WriteOptions } from '../k8s/write';
import type { JsonPatchOperation } from '../sidecars/json/jsonPointer';
import { vmOfTarget, type AttachTarget } from '../sidecars/objects/attachTarget';
import type { KubernetesObject, VirtualMachine } from '../sidecars/objects/resources';
import { sourceOf, vmAgain } from '../sidecars/objects/templateVm';

/** The template was changed so that it no longer has the VM. Treated as an object that is not found. */
class VmNotInTemplate extends Error {
  readonly code = 404;

  constructor() {
    super('The template does not have this virtual machine any more.');
  }
}

const readFrom = async (
  object: KubernetesObject,
  find: (now: KubernetesObject) => VirtualMachine | undefined,
): Promise<VirtualMachine> => {
  const { namespace, name } = object.metadata;
  const vm = find(
    await getObject<KubernetesObject & K8sResourceCommon>(holderModel(object), namespace, name),
  );
  if (vm === undefined) {
    throw new VmNotInTemplate();
  }
  return vm;
};

/** Reads a VM, or the template or pool that has it, again. Rejects with HttpError or, with code 404, VmNotInTemplate. */
export const readAgain = async (vm: VirtualMachine): Promise<VirtualMachine> =>
  readFrom(sourceOf(vm).object, (now) => vmAgain(vm, now));

/** Reads what a new script is to be attached to. Rejects as `readAgain` does. */
export const readTarget = async (target: AttachTarget): Promise<VirtualMachine> =>
  readFrom(target.object, (now) => vmOfTarget(target, now));

/** Patches a VM, or the template or pool that has it. Rejects with HttpError. */
export const patchVm = async (
  vm: VirtualMachine,
  operations: readonly JsonPatchOperation[],
  options?: WriteOptions,
): Promise<void> => {
  const { object } = sourceOf(vm);
  await patchObject(holderModel(object), object, operations, options);
};
