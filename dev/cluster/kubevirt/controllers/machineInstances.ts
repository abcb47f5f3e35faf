import type { VirtualMachine, VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import { refuseDisabledGate } from '../admission/machineGuard';
import { errorMessage, isApiError } from '../apiError';
import {
  asStored,
  changeIfPresent,
  deleteIfPresent,
  INSTANCES,
  MACHINES,
  type Behaviour,
} from '../behaviour';
import { withCondition, withoutCondition } from '../conditions';
import { ExpandError } from '../instancetype/expand';
import { expectedInstance } from './expectedInstance';
import { storeStartRevision } from './startRevision';

const COMPONENT = 'virtualmachine-controller';

/** Creates a VM's instance if there is none. Returns false if that was refused; the VM's condition then says why. */
export const createInstance = ({ store, events }: Behaviour, vm: VirtualMachine): boolean => {
  const { name, namespace } = vm.metadata;
  if (store.get(INSTANCES, namespace, name) !== undefined) {
    return true;
  }
  try {
    const instance = expectedInstance(store, vm);
    if (instance === undefined) {
      return true;
    }
    // virt-controller uses the API server, so its instances pass the same webhooks as everybody's.
    refuseDisabledGate(store, asStored(instance), 'metadata', 'virtualmachineinstances-create-validator');
    storeStartRevision(store, vm);
    store.create(INSTANCES, asStored(instance));
  } catch (error) {
    if (!isApiError(error) && !(error instanceof ExpandError)) {
      throw error;
    }
    const message = errorMessage(error);
    const text = `Error creating virtual machine instance ${name}: ${message}`;
    events.record(vm, 'Warning', 'FailedCreate', text, COMPONENT);
    changeIfPresent(store, MACHINES, vm, (draft) => {
      draft.status ??= {};
      draft.status.conditions = withCondition(draft.status.conditions, {
        type: 'Failure',
        status: 'True',
        reason: 'FailedCreate',
        message,
      });
    });
    return false;
  }
  const text = `Started the virtual machine by creating the new virtual machine instance ${name}`;
  events.record(vm, 'Normal', 'SuccessfulCreate', text, COMPONENT);
  changeIfPresent(store, MACHINES, vm, (draft) => {
    if (draft.status?.conditions !== undefined) {
      draft.status.conditions = withoutCondition(draft.status.conditions, 'Failure');
    }
  });
  return true;
};

/** Deletes a VM's instance, which shuts its guest down. */
export const deleteInstance = (
  { store, events }: Behaviour,
  vm: VirtualMachine,
  vmi: VirtualMachineInstance,
): void => {
  if (vmi.metadata.deletionTimestamp === undefined) {
    const text = `Stopped the virtual machine by deleting the virtual machine instance ${vmi.metadata.uid ?? ''}`;
    events.record(vm, 'Normal', 'SuccessfulDelete', text, COMPONENT);
    deleteIfPresent(store, INSTANCES, vmi);
  }
};
