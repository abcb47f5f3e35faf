import type { VirtualMachine, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import { withInstanceDefaults } from '../admission/instanceDefaults';
import { part } from '../admission/machineDefaults';
import type { Store } from '../../contract';
import { asStored } from '../behaviour';
import { firmwareUuid } from '../domain/convertInstance';
import { expandedTemplate, nameAnnotations } from '../instancetype/expand';
import { ownerReference } from '../ownerReference';
import { addFinalizer, VM_FINALIZER } from './finalizers';

export const GENERATION_ANNOTATION = 'kubevirt.io/vm-generation';

/**
 * The instance that a VM starts as: its template with what comes from its instance type and preference. Of the
 * template's metadata only labels and annotations count. Throws ExpandError.
 */
export const expectedInstance = (store: Store, vm: VirtualMachine): VirtualMachineInstance | undefined => {
  const template = expandedTemplate(store, vm);
  if (template === undefined) {
    return undefined;
  }
  const { name, namespace = 'default', generation = 1 } = vm.metadata;
  const instance: VirtualMachineInstance = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstance',
    metadata: {
      name,
      namespace,
      labels: { ...template.metadata?.labels },
      annotations: {
        ...template.metadata?.annotations,
        ...nameAnnotations(vm),
        [GENERATION_ANNOTATION]: String(generation),
      },
      ownerReferences: [ownerReference(vm)],
    },
    spec: template.spec,
  };
  addFinalizer(instance, VM_FINALIZER);
  part(instance.spec.domain, 'firmware').uuid ??= firmwareUuid(instance);
  return withInstanceDefaults(store, asStored(instance)) as unknown as VirtualMachineInstance;
};
