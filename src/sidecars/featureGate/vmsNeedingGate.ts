import { templateAnnotation } from '../objects/vm';
import type { VirtualMachine } from '../objects/resources';

/** The VMs whose every update, and whose start, KubeVirt refuses while the gate is off. */
export const vmsNeedingGate = (vms: readonly VirtualMachine[]): VirtualMachine[] =>
  vms.filter((vm) => templateAnnotation(vm) !== undefined);
