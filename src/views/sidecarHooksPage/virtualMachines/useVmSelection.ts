import { useCallback, useMemo, useState } from 'react';
import type { RowSelection } from '../../../components/ListTable';
import { holderKind } from '../../../sidecars/objects/holder';
import type { SidecarVm } from '../../../sidecars/rows/vmRows';
import { useSidecarTranslation } from '../../../i18n';

export interface VmSelection {
  /** The selected VMs that still exist, also those that the filters hide. */
  selected: readonly SidecarVm[];
  isSelected: (row: SidecarVm) => boolean;
  add: (rows: readonly SidecarVm[]) => void;
  clear: () => void;
  /** For the checkboxes of the table. */
  ofTable: RowSelection<SidecarVm>;
}

const NOTHING: readonly SidecarVm[] = [];
const uidOf = ({ vm }: SidecarVm): string => vm.metadata.uid ?? '';
// Actions on many are actions on VMs.
const isSelectable = (row: SidecarVm): boolean =>
  uidOf(row) !== '' && holderKind(row.vm) === 'VirtualMachine';

/** React hook: which VMs of the list are selected. By uid: another VM with the same name is not. */
export const useVmSelection = (rows: readonly SidecarVm[]): VmSelection => {
  const { t } = useSidecarTranslation();
  const [uids, setUids] = useState<ReadonlySet<string>>(new Set());
  const selected = useMemo(
    () => (uids.size === 0 ? NOTHING : rows.filter((row) => uids.has(uidOf(row)))),
    [rows, uids],
  );
  const isSelected = useCallback((row: SidecarVm) => uids.has(uidOf(row)), [uids]);
  const add = useCallback((added: readonly SidecarVm[]) => {
    setUids((before) => new Set([...before, ...added.filter(isSelectable).map(uidOf)]));
  }, []);
  const clear = useCallback(() => {
    setUids(new Set());
  }, []);
  const onSelect = useCallback((row: SidecarVm, isChecked: boolean) => {
    setUids((before) => {
      const next = new Set(before);
      next[isChecked ? 'add' : 'delete'](uidOf(row));
      return next;
    });
  }, []);
  const label = useCallback(({ vm }: SidecarVm) => t('Select VM {{name}}', { name: vm.metadata.name }), [t]);
  const ofTable = useMemo(
    () => ({ isSelected, onSelect, isSelectable, label }),
    [isSelected, onSelect, label],
  );
  return { selected, isSelected, add, clear, ofTable };
};
