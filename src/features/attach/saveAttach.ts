import { isChangedMeanwhile } from '../../apiError';
import { patchVm, readAgain } from '../../data/holders';
import type { VirtualMachine } from '../../sidecars/objects/resources';
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

/** Patches the VM. Rejects with AttachConflict or HttpError. */
export const attachToVm = async (input: AttachInput): Promise<void> => {
  try {
    await patchVm(input.vm, planAttach(input).operations);
  } catch (error) {
    if (!isChangedMeanwhile(error)) {
      throw error;
    }
    const now = await readAgain(input.vm);
    const rebased = rebase(input.vm, now, input.index);
    const { operations, blocker } = planAttach({ ...input, vm: now });
    // If only other parts of the VM changed, the edit usually still fits, unless a new volume conflicts with it.
    if (rebased.kind !== 'sameSidecars' || blocker !== undefined) {
      throw new AttachConflict(now, rebased);
    }
    await patchVm(now, operations);
  }
};
