import { describeFailure, isChangedMeanwhile, isNotFound } from '../../apiError';
import { ConfigMapModel, holderModel } from '../../k8s/models';
import { getObject } from '../../k8s/read';
import { createObject, deleteObject, patchObject } from '../../k8s/write';
import type { ConfigMap, VirtualMachine } from '../../sidecars/objects/resources';
import { planAttach, type AttachInput } from '../../sidecars/plans/attach/attachPlan';
import { rebase, type Rebase } from '../../sidecars/plans/attach/rebase';

/** Somebody else has changed the VM since the form was opened, so the user must review the edit. The VM was not written. */
export class AttachConflict extends Error {
  constructor(
    readonly now: VirtualMachine,
    readonly rebased: Rebase,
  ) {
    super('Changed meanwhile');
  }
}

/** Somebody else has created a ConfigMap with the chosen name. */
export class ScriptExists extends Error {}

/** Returns the ConfigMap as stored. Rejects with ScriptExists or HttpError. */
export const createScript = async (configMap: ConfigMap): Promise<ConfigMap> => {
  try {
    return await createObject(ConfigMapModel, configMap);
  } catch (error) {
    const { code, message } = describeFailure(error);
    throw code === 409 ? new ScriptExists(message) : error;
  }
};

/** Deletes a ConfigMap that this form has created, unless somebody has changed it. Rejects with HttpError. */
export const removeScript = async (created: ConfigMap): Promise<void> => {
  try {
    await deleteObject(ConfigMapModel, created, { ifUnchanged: true });
  } catch (error) {
    if (!isNotFound(error)) {
      throw error;
    }
  }
};

/** Patches the VM. Rejects with AttachConflict or HttpError. */
export const attachToVm = async (input: AttachInput): Promise<void> => {
  try {
    await patchObject(holderModel(input.vm), input.vm, planAttach(input).operations);
  } catch (error) {
    if (!isChangedMeanwhile(error)) {
      throw error;
    }
    const { namespace, name } = input.vm.metadata;
    const now = await getObject<VirtualMachine>(holderModel(input.vm), namespace, name);
    const rebased = rebase(input.vm, now, input.index);
    const { operations, blocker } = planAttach({ ...input, vm: now });
    // If only other parts of the VM changed, the edit usually still fits, unless a new volume conflicts with it.
    if (rebased.kind !== 'sameSidecars' || blocker !== undefined) {
      throw new AttachConflict(now, rebased);
    }
    await patchObject(holderModel(now), now, operations);
  }
};
