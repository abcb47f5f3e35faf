import type { VirtualMachine, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import type { Store } from '../../contract';
import { deleteIfPresent } from '../behaviour';
import { CONTROLLER_REVISIONS } from '../instancetype/matchers';
import { at, string } from '../untyped';

const nameOf = ({ metadata }: VirtualMachine, generation: number): string =>
  `revision-start-vm-${metadata.uid ?? ''}-${generation}`;

/** Stores what a VM is started as, in place of what it was started as before. */
export const storeStartRevision = (store: Store, vm: VirtualMachine): void => {
  const { namespace = 'default', name: machine, generation = 1, uid = '' } = vm.metadata;
  const name = nameOf(vm, generation);
  // Not by a list of all revisions, which takes too long when thousands of VMs start.
  for (let older = 1; older < generation; older += 1) {
    deleteIfPresent(store, CONTROLLER_REVISIONS, { metadata: { namespace, name: nameOf(vm, older) } });
  }
  if (store.get(CONTROLLER_REVISIONS, namespace, name) === undefined) {
    store.create(CONTROLLER_REVISIONS, {
      apiVersion: 'apps/v1',
      kind: 'ControllerRevision',
      metadata: {
        name,
        namespace,
        ownerReferences: [
          {
            apiVersion: 'kubevirt.io/v1',
            blockOwnerDeletion: true,
            controller: true,
            kind: 'VirtualMachine',
            name: machine,
            uid,
          },
        ],
      },
      data: { spec: structuredClone(vm.spec) },
      revision: generation,
    });
  }
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
