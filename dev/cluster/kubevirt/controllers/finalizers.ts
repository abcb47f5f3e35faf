import type { ObjectMeta } from '../../../../src/sidecars/objects/resources';

interface Finalized {
  metadata: ObjectMeta & { finalizers?: string[] };
}

export const VM_FINALIZER = 'kubevirt.io/virtualMachineControllerFinalize';
export const VMI_FINALIZER = 'kubevirt.io/foregroundDeleteVirtualMachine';

export const hasFinalizer = (object: Finalized, finalizer: string): boolean =>
  object.metadata.finalizers?.includes(finalizer) ?? false;

export const addFinalizer = (draft: Finalized, finalizer: string): void => {
  if (!hasFinalizer(draft, finalizer)) {
    draft.metadata.finalizers = [...(draft.metadata.finalizers ?? []), finalizer];
  }
};

export const removeFinalizers = (draft: Finalized, ...finalizers: string[]): void => {
  draft.metadata.finalizers = (draft.metadata.finalizers ?? []).filter((name) => !finalizers.includes(name));
};
