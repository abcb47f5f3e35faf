import { templateAnnotation } from '../objects/vm';
import type { VirtualMachine } from '../objects/resources';

/** The VMs that KubeVirt refuses to update or start while the gate is off. */
export const vmsNeedingGate = (vms: readonly VirtualMachine[]): VirtualMachine[] =>
  vms.filter((vm) => templateAnnotation(vm) !== undefined);
