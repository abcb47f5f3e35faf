import type { StoredObject } from '../../contract';
import { at, number } from '../untyped';

export const REPLICA_SETS = 'virtualmachineinstancereplicasets';

/** How many instances a VirtualMachineInstanceReplicaSet asks for. */
export const wantedReplicas = (replicaSet: StoredObject): number =>
  number(at(replicaSet, 'spec', 'replicas')) ?? 1;
