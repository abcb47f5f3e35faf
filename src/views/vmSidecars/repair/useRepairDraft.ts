import { useCallback, useState } from 'react';
import type { VirtualMachine } from '../../../sidecars/objects/resources';
import type { RepairDraft } from './repairDraft';

/** By VM. Nowhere but in memory, as there may be secrets in it. */
const drafts = new Map<string, RepairDraft>();

const keyOf = ({ metadata: { uid, namespace, name } }: VirtualMachine): string =>
  uid ?? JSON.stringify([namespace, name]);

/**
 * React hook: the text that the user repairs for a VM, and what keeps another one or drops it. It outlasts the tab, which
 * is left by a press, but not the page.
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
