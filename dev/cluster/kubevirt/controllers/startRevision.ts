import type { VirtualMachine, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import type { Store } from '../../contract';
import { deleteIfPresent } from '../behaviour';
import { CONTROLLER_REVISIONS, storeRevision } from '../controllerRevisions';
import { at, string } from '../untyped';

const nameOf = ({ metadata }: VirtualMachine, generation: number): string =>
  `revision-start-vm-${metadata.uid ?? ''}-${generation}`;

/** Stores what a VM is started as, in place of what it was started as before. */
export const storeStartRevision = (store: Store, vm: VirtualMachine): void => {
  const { namespace, generation = 1 } = vm.metadata;
  // Not by a list of all revisions, which takes too long when thousands of VMs start.
  for (let older = 1; older < generation; older += 1) {
    deleteIfPresent(store, CONTROLLER_REVISIONS, { metadata: { namespace, name: nameOf(vm, older) } });
  }
  storeRevision(store, vm, nameOf(vm, generation), { spec: vm.spec }, generation);
};

/** The spec of the VM that an instance was started of. */
export const startedSpec = (
  store: Store,
  vmi: VirtualMachineInstance,
): VirtualMachine['spec'] | undefined => {
  const name = string(vmi.status?.virtualMachineRevisionName);
  const revision =
    name === undefined ? undefined : store.get(CONTROLLER_REVISIONS, vmi.metadata.namespace, name);
  return at(revision?.data, 'spec') as VirtualMachine['spec'] | undefined;
};
