import { describeFailure, isChangedMeanwhile } from '../../apiError';
import { ConfigMapModel, VirtualMachineModel } from '../../k8s/models';
import { getObject } from '../../k8s/read';
import { createObject, patchObject } from '../../k8s/write';
import type { ConfigMap, VirtualMachine } from '../../sidecars/objects/resources';
import { planAttach, type AttachInput } from '../../sidecars/plans/attach/attachPlan';
import { rebase, type Rebase } from '../../sidecars/plans/attach/rebase';

/** Somebody else changed the VM since the form was opened, so that the edit must be looked at again. Nothing was written to it. */
export class AttachConflict extends Error {
  constructor(
    readonly now: VirtualMachine,
    readonly rebased: Rebase,
  ) {
    super('Changed meanwhile');
  }
}

/** Somebody else created a ConfigMap of this name since it was chosen. */
export class ScriptExists extends Error {}

/** Answers the ConfigMap as it is stored. Rejects with ScriptExists, or with HttpError. */
export const createScript = async (configMap: ConfigMap): Promise<ConfigMap> => {
  try {
    return await createObject(ConfigMapModel, configMap);
  } catch (error) {
    const { code, message } = describeFailure(error);
    throw code === 409 ? new ScriptExists(message) : error;
  }
};

/** Patches the VM. Rejects with AttachConflict, or with HttpError. */
export const attachToVm = async (input: AttachInput): Promise<void> => {
  try {
    await patchObject(VirtualMachineModel, input.vm, planAttach(input).operations);
  } catch (error) {
    if (!isChangedMeanwhile(error)) {
      throw error;
    }
    const { namespace, name } = input.vm.metadata;
    const now = await getObject<VirtualMachine>(VirtualMachineModel, namespace, name);
    const rebased = rebase(input.vm, now, input.index);
    const { operations, blocker } = planAttach({ ...input, vm: now });
    // Where only something else of the VM changed the edit mostly fits as it is; but a volume may be in its way now.
    if (rebased.kind !== 'sameSidecars' || blocker !== undefined) {
      throw new AttachConflict(now, rebased);
    }
    await patchObject(VirtualMachineModel, now, operations);
  }
};
