import { useEffect, useState } from 'react';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import type { SidecarState } from '../../sidecars/state/state';

/**
 * React hook: the state of the sidecars of a VM that has an instance, read anew when the VM changes, by code that comes after this hook.
 * Undefined until it is read, and where it cannot be.
 */
export const useLateSidecarState = (vm: VirtualMachine): SidecarState | undefined => {
  const [state, setState] = useState<SidecarState>();
  useEffect(() => {
    if (vm.status?.created !== true) {
      setState(undefined);
      return undefined;
    }
    let isGone = false;
    const settle = (read: SidecarState | undefined): void => {
      if (!isGone) {
        setState(read);
      }
    };
    import(/* webpackChunkName: "vm-sidecar-state" */ '../../data/readSidecarState')
      .then(async ({ readSidecarState }) => readSidecarState(vm))
      .then(settle, () => {
        settle(undefined);
      });
    return () => {
      isGone = true;
    };
  }, [vm]);
  return state;
};
