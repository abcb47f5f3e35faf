import { useCallback, useState } from 'react';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import { nameInTemplate, sourceOf } from '../../../sidecars/objects/templateVm';
import type { RepairDraft } from '../../../sidecars/plans/repairDraft';

/** Drafts by VM. Only in memory, because they may contain secrets. */
const drafts = new Map<string, RepairDraft>();

/** A template has several VMs under one name. */
const keyOf = (vm: VirtualMachine): string => {
  const { uid, namespace, name } = vm.metadata;
  return JSON.stringify([uid ?? [namespace, name], nameInTemplate(vm), sourceOf(vm).path]);
};

/**
 * React hook: the user's draft for a VM, and a function that stores or discards it. The draft survives leaving the tab,
 * which takes only a click, but not a reload of the page.
 */
export const useRepairDraft = (
  vm: VirtualMachine,
): [RepairDraft | undefined, (draft: RepairDraft | undefined) => void] => {
  const key = keyOf(vm);
  const [, setShown] = useState(drafts.get(key));
  const keep = useCallback(
    (draft: RepairDraft | undefined) => {
      if (draft === undefined) {
        drafts.delete(key);
      } else {
        drafts.set(key, draft);
      }
      setShown(draft);
    },
    [key],
  );
  return [drafts.get(key), keep];
};
