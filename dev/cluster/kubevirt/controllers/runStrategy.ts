import type { VirtualMachine } from '../../../../src/sidecars/objects/resources';

export type RunStrategy = 'Always' | 'Halted' | 'Manual' | 'RerunOnFailure' | 'Once' | 'WaitAsReceiver';

/** What a VM asks for, by `runStrategy` or by the older `running`. */
export const runStrategyOf = (vm: VirtualMachine): RunStrategy =>
  (vm.spec.runStrategy as RunStrategy | undefined) ?? (vm.spec.running === true ? 'Always' : 'Halted');

export interface StateChangeRequest {
  action: 'Start' | 'Stop';
  uid?: string;
}

export const stateChangeRequests = (vm: VirtualMachine): StateChangeRequest[] =>
  (vm.status?.stateChangeRequests as StateChangeRequest[] | undefined) ?? [];

export interface StartFailure {
  consecutiveFailCount: number;
  lastFailedVMIUID: string;
  retryAfterTimestamp: string;
}

export const startFailureOf = (vm: VirtualMachine): StartFailure | undefined =>
  vm.status?.startFailure as StartFailure | undefined;
