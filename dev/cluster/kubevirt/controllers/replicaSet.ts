import type { StoredObject } from '../../contract';
import { at, number } from '../untyped';

export const REPLICA_SETS = 'virtualmachineinstancereplicasets';

/** How many instances or VMs a replica set or pool asks for. */
export const wantedReplicas = (scaled: StoredObject): number => number(at(scaled, 'spec', 'replicas')) ?? 1;
