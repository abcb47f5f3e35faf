import type { VirtualMachine } from '../objects/resources';

/** Whether the VM names no other architecture. */
export const isX86 = (vm: VirtualMachine): boolean =>
  ['amd64', ''].includes((vm.spec.template?.spec.architecture as string | undefined) ?? '');
