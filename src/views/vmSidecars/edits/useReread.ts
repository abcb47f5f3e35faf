import { useCallback, useState } from 'react';
import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { VirtualMachineModel } from '../../../k8s/models';
import { getObject } from '../../../k8s/read';
import type { VirtualMachine } from '../../../sidecars/objects/resources';

export interface Reread {
  /** The VM for the next write. */
  vm: VirtualMachine;
  /** The VM for the write that failed. */
  before: VirtualMachine | undefined;
  /** Why it could not be read again. */
  error: unknown;
  /** Call it after a write that found somebody else's change. */
  reread: () => void;
}

/** React hook: the VM that a dialog edits, read again after somebody else's change. */
export const useReread = (opened: VirtualMachine): Reread => {
  const [vm, setVm] = useState(opened);
  const [before, setBefore] = useState<VirtualMachine>();
  const [error, setError] = useState<unknown>();

  const reread = useCallback(() => {
    const read = async (): Promise<void> => {
      const { name, namespace } = vm.metadata;
      try {
        const now = await getObject<VirtualMachine & K8sResourceCommon>(VirtualMachineModel, namespace, name);
        setBefore(vm);
        setVm(now);
        setError(undefined);
      } catch (problem) {
        setError(problem);
      }
    };
    void read();
  }, [vm]);
  return { vm, before, error, reread };
};
