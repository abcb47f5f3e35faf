import { isChangedMeanwhile } from '../../apiError';
import { patchVm, readAgain } from '../../data/holders';
import type { JsonPatchOperation } from '../../sidecars/json/jsonPointer';
import { holderKind } from '../../sidecars/objects/holder';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { planAttach, type AttachInput } from '../../sidecars/plans/attach/attachPlan';
import { rebase, type Rebase } from '../../sidecars/plans/attach/rebase';

/** Somebody else has changed the VM since the form was opened, so the user must review the edit. The VM was not written. */
export class AttachConflict extends Error {
  constructor(
    readonly now: VirtualMachine,
    readonly rebased: Rebase,
    /** Whether the edit can be saved again as it is. */
    readonly fits: boolean,
  ) {
    super('Changed meanwhile');
  }
}

/**
 * Patches the VM. Rejects with AttachConflict or HttpError.
 *
 * @param operations those of the plan, with what the user chose beside it
 */
export const attachToVm = async (
  input: AttachInput,
  operations: readonly JsonPatchOperation[] = planAttach(input).operations,
): Promise<void> => {
  try {
    await patchVm(input.vm, operations);
  } catch (error) {
    if (!isChangedMeanwhile(error)) {
      throw error;
    }
    const now = await readAgain(input.vm);
    const rebased = rebase(input.vm, now, input.index);
    const again = planAttach({ ...input, vm: now });
    // If only other parts of the VM changed, the edit usually still fits, unless a new volume conflicts with it.
    const fits = rebased.kind === 'sameSidecars' && again.blocker === undefined;
    // For a pool, the user agreed to the effect of its settings, which may be others now.
    if (!fits || holderKind(now) === 'VirtualMachinePool') {
      throw new AttachConflict(now, rebased, fits);
    }
    await patchVm(now, again.operations);
  }
};
