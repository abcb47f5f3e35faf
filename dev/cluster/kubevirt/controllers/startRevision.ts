import type { VirtualMachine, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import type { Store } from '../../contract';
import { deleteIfPresent } from '../behaviour';
import { CONTROLLER_REVISIONS } from '../instancetype/matchers';
import { at, string } from '../untyped';

const prefixOf = ({ metadata }: VirtualMachine): string => `revision-start-vm-${metadata.uid ?? ''}-`;

/** Stores what a VM is started as, in place of what it was started as before. */
export const storeStartRevision = (store: Store, vm: VirtualMachine): void => {
  const { namespace = 'default', name: machine, generation = 1, uid = '' } = vm.metadata;
  const name = `${prefixOf(vm)}${generation}`;
  for (const revision of store.list(CONTROLLER_REVISIONS, namespace)) {
    if (revision.metadata.name.startsWith(prefixOf(vm)) && revision.metadata.name !== name) {
      deleteIfPresent(store, CONTROLLER_REVISIONS, revision);
    }
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
