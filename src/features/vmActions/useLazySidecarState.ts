import { useEffect, useState } from 'react';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import type { SidecarState } from '../../sidecars/state/state';

/**
 * React hook: the state of a VM's sidecars, read again when the VM changes, by code that is loaded on demand. Undefined until
 * it is read, if it cannot be read, and if the VM has no instance.
 */
export const useLazySidecarState = (vm: VirtualMachine): SidecarState | undefined => {
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
