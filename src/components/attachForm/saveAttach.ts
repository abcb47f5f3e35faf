import { describeFailure, isChangedMeanwhile } from '../../k8s/apiError';
import { ConfigMapModel, VirtualMachineModel } from '../../k8s/models';
import { getObject } from '../../k8s/read';
import { createObject, patchObject } from '../../k8s/write';
import type { ConfigMap, VirtualMachine } from '../../sidecars/resources';
import { planAttach, type AttachInput } from './attachPlan';
import { rebase, type Rebase } from './rebase';

/** Somebody else changed the VM's sidecars since the form was opened. Nothing was written to the VM. */
export class AttachConflict extends Error {
  constructor(
    readonly now: VirtualMachine,
    readonly rebased: Exclude<Rebase, { kind: 'sameSidecars' }>,
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

const patchVm = async (input: AttachInput): Promise<void> => {
  await patchObject(VirtualMachineModel, input.vm, planAttach(input).operations);
};

/** Patches the VM. Rejects with AttachConflict, or with HttpError. */
export const attachToVm = async (input: AttachInput): Promise<void> => {
  try {
    await patchVm(input);
  } catch (error) {
    if (!isChangedMeanwhile(error)) {
      throw error;
    }
    const { namespace, name } = input.vm.metadata;
    const now = await getObject<VirtualMachine>(VirtualMachineModel, namespace, name);
    const rebased = rebase(input.vm, now, input.index);
    if (rebased.kind !== 'sameSidecars') {
      throw new AttachConflict(now, rebased);
    }
    // Only something else of the VM changed: the edit fits as it is.
    await patchVm({ ...input, vm: now });
  }
};
