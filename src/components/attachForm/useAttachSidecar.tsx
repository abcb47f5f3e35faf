import { useCallback } from 'react';
import type { VirtualMachine } from '../../sidecars/resources';

/** React hook: opens the form that attaches a hook script to a VM; with `index` it edits that sidecar. */
export const useAttachSidecar = (): ((vm: VirtualMachine, index?: number) => void) =>
  useCallback((vm: VirtualMachine, index?: number) => {
    vm.metadata.name.at(index ?? 0);
  }, []);
