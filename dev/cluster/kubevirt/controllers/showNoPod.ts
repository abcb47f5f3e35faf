import type { VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import { errorMessage } from '../apiError';
import type { Behaviour } from '../behaviour';
import { RenderError } from '../launcher/createPod';
import type { InstanceStatus } from './instanceStatus';

/** Shows why the pod of an instance could not be created. */
export const showNoPod = (
  { events }: Behaviour,
  instance: VirtualMachineInstance,
  status: InstanceStatus,
  error: unknown,
): void => {
  const message = errorMessage(error);
  if (error instanceof RenderError) {
    status.syncFailed('FailedCreate', message);
    return;
  }
  const text = `Error creating pod: ${message}`;
  events.record(instance, 'Warning', 'FailedCreate', text, 'virtualmachine-controller');
  status.syncFailed('FailedCreate', `failed to create virtual machine pod: ${message}`);
};
