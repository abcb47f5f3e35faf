import { useMemo, useState, type Dispatch, type SetStateAction } from 'react';
import { loadedData } from '../../loadable';
import type { ConfigMap, VirtualMachine } from '../../sidecars/objects/resources';
import { runsShim } from '../../sidecars/checks/sidecarCheck';
import { sidecarsOfVm } from '../../sidecars/objects/vm';
import type { ScriptSurroundings } from '../script/form/ScriptTextField';
import { planAttach, type AttachInput, type AttachPlan } from '../../sidecars/plans/attach/attachPlan';
import { valuesOfSidecar, type AttachValues } from '../../sidecars/plans/attach/attachValues';
import { mergeValues } from '../../sidecars/plans/attach/mergeValues';
import { AttachConflict, attachToVm, createScript, removeScript } from './saveAttach';
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
  /** A script that was created although changing the VM failed. */
  created: ConfigMap | undefined;
  /** Deletes that script, and goes back to the new script of the form. Rejects with HttpError. */
  removeCreated: () => Promise<void>;
  save: () => Promise<void>;
  /** The environment in which the script would run. */
  runsIn: ScriptSurroundings;
}

/** Adds the created ConfigMap, which the watched list may not have yet. */
const withCreated = (
  watched: AttachInput['configMaps'],
  created: ConfigMap | undefined,
): AttachInput['configMaps'] =>
  watched === undefined || created === undefined
    ? watched
    : new Map([...watched, [created.metadata.name, created]]);

/** React hook: what the form would write, and a function that writes it if the VM is still as the user saw it. */
export const useAttachEdit = ({ vm, index, values, setValues, data }: AttachEditOptions): AttachEdit => {
  const [base, setBase] = useState(() => ({
    vm,
    index,
    origin: index === undefined ? undefined : sidecarsOfVm(vm)[index],
  }));
  const [conflict, setConflict] = useState<AttachConflict['rebased']>();
  const [created, setCreated] = useState<ConfigMap>();

  const watched = loadedData(data.configMaps);
  const { status } = data.gate;
  const input = useMemo(
    (): AttachInput => ({
      ...base,
      values,
      configMaps: withCreated(watched, created),
      pvcs: data.pvcs,
      kubevirtVersion: status?.version,
      gate: status,
    }),
    [base, values, watched, created, data.pvcs, status],
  );
  const plan = useMemo(() => planAttach(input), [input]);

  /** The script now exists, so saving again must not create it again. */
  const create = async (configMap: ConfigMap): Promise<AttachInput> => {
    const stored = await createScript(configMap);
    const { key, hookPoint } = values.newScript;
    const existing = { source: 'existing', configMap: stored.metadata.name, key, hookPoint } as const;
    setCreated(stored);
    setValues((current) => ({ ...current, ...existing }));
    return { ...input, values: { ...values, ...existing }, configMaps: withCreated(watched, stored) };
  };

  const removeCreated = async (): Promise<void> => {
    if (created !== undefined) {
      await removeScript(created);
      setCreated(undefined);
      setValues((current) => ({ ...current, source: 'new', configMap: '', key: '' }));
    }
  };

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

  const save = async (): Promise<void> => {
    const saved = plan.newConfigMap === undefined ? input : await create(plan.newConfigMap);
    try {
      await attachToVm(saved);
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
  return { vm: base.vm, plan, conflict, created, removeCreated, save, runsIn };
};
