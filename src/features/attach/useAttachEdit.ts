import { useMemo, useState, type Dispatch, type SetStateAction } from 'react';
import { loadedData } from '../../loadable';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import { runsShim } from '../../sidecars/checks/sidecarCheck';
import type { JsonPatchOperation } from '../../sidecars/json/jsonPointer';
import { sidecarsOfVm } from '../../sidecars/objects/vm';
import type { ScriptSurroundings } from '../findings/script/useCheckedScript';
import { planAttach, type AttachInput, type AttachPlan } from '../../sidecars/plans/attach/attachPlan';
import { valuesOfSidecar, type AttachValues } from '../../sidecars/plans/attach/attachValues';
import { mergeValues } from '../../sidecars/plans/attach/mergeValues';
import { AttachConflict, attachToVm } from './saveAttach';
import type { AttachData } from './useAttachData';

interface AttachEditOptions {
  vm: VirtualMachine;
  index: number | undefined;
  values: AttachValues;
  setValues: Dispatch<SetStateAction<AttachValues>>;
  data: AttachData;
}

export interface AttachEdit {
  /** The VM as the user sees it: as opened, or as shown after a conflict. */
  vm: VirtualMachine;
  plan: AttachPlan;
  conflict: AttachConflict['rebased'] | undefined;
  /** Writes these operations, which are the plan's with what the user chose beside it. */
  save: (operations: readonly JsonPatchOperation[]) => Promise<void>;
  /** The environment in which the script would run. */
  runsIn: ScriptSurroundings;
}

/** React hook: what the form would write, and a function that writes it if the VM is still as the user saw it. */
export const useAttachEdit = ({ vm, index, values, setValues, data }: AttachEditOptions): AttachEdit => {
  const [base, setBase] = useState(() => ({
    vm,
    index,
    origin: index === undefined ? undefined : sidecarsOfVm(vm)[index],
  }));
  const [conflict, setConflict] = useState<AttachConflict['rebased']>();

  const configMaps = loadedData(data.configMaps);
  const { status } = data.gate;
  const input = useMemo(
    (): AttachInput => ({
      ...base,
      values,
      configMaps,
      pvcs: data.pvcs,
      kubevirtVersion: status?.version,
      gate: status,
    }),
    [base, values, configMaps, data.pvcs, status],
  );
  const plan = useMemo(() => planAttach(input), [input]);

  /** Applies the user's edits to what somebody else saved. */
  const moveTo = ({ now, rebased }: AttachConflict): void => {
    const at = rebased.kind === 'malformed' ? undefined : rebased.index;
    const theirs = at === undefined ? undefined : sidecarsOfVm(now)[at];
    if (theirs !== undefined && base.origin !== undefined) {
      const origin = valuesOfSidecar(base.origin);
      setValues((current) => mergeValues(origin, current, valuesOfSidecar(theirs)));
    }
    if (rebased.kind !== 'sameSidecars') {
      setConflict(rebased);
    }
    setBase({ vm: now, index: at, origin: theirs ?? base.origin });
  };

  const save = async (operations: readonly JsonPatchOperation[]): Promise<void> => {
    try {
      await attachToVm(input, operations);
    } catch (error) {
      if (error instanceof AttachConflict) {
        moveTo(error);
      }
      throw error;
    }
  };

  const runsIn = {
    inDefaultImage: runsShim(values),
    kubevirtVersion: status?.version,
  };
  return { vm: base.vm, plan, conflict, save, runsIn };
};
