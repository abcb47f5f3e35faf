import type { Condition, VirtualMachine } from '../../../../src/sidecars/objects/resources';
import type { StoredObject } from '../../contract';
import { withCondition } from '../conditions';

export const SNAPSHOTS = 'virtualmachinesnapshots';
export const CONTENTS = 'virtualmachinesnapshotcontents';
export const RESTORES = 'virtualmachinerestores';
export const CLONES = 'virtualmachineclones';

/** On a restored VM: the name and the uid of its restore. It is all that says on the VM where the VM comes from. */
export const LAST_RESTORE = 'restore.kubevirt.io/lastRestoreUID';

/** An object of the same namespace. */
interface Reference {
  apiGroup?: string;
  kind: string;
  name: string;
}

export interface Snapshot extends StoredObject {
  spec: { source: Reference; deletionPolicy?: 'Delete' | 'Retain' };
  status?: {
    phase?: 'InProgress' | 'Succeeded';
    readyToUse?: boolean;
    creationTime?: string;
    sourceUID?: string;
    virtualMachineSnapshotContentName?: string;
    conditions?: Condition[];
    [field: string]: unknown;
  };
}

export interface SnapshotContent extends StoredObject {
  spec: {
    virtualMachineSnapshotName: string;
    source: { virtualMachine: Pick<VirtualMachine, 'metadata' | 'spec' | 'status'> };
  };
}

export interface Restore extends StoredObject {
  spec: {
    target: Reference;
    virtualMachineSnapshotName: string;
    targetReadinessPolicy?: 'StopTarget' | 'WaitGracePeriod' | 'FailImmediate' | 'WaitEventually';
    /** JSON patches for a new VM, each the text of one operation. */
    patches?: string[];
  };
  status?: { complete?: boolean; restoreTime?: string; conditions?: Condition[] };
}

interface Filters {
  annotationFilters?: string[] | null;
  labelFilters?: string[] | null;
}

export interface Clone extends StoredObject {
  spec: Filters & {
    source: Reference;
    target?: Reference;
    template?: Filters;
    newMacAddresses?: Record<string, string>;
    newSMBiosSerial?: string;
    patches?: string[];
  };
  status?: {
    phase?: 'SnapshotInProgress' | 'RestoreInProgress' | 'CreatingTargetVM' | 'Succeeded';
    snapshotName?: string;
    restoreName?: string;
    targetName?: string;
    conditions?: Condition[];
  };
}

type Said = [status: 'True' | 'False', reason: string];

/** The conditions of snapshots, restores and clones: what happens in words is their reason. */
export const copyConditions = (
  conditions: readonly Condition[] | undefined,
  said: { progressing?: Said; ready?: Said; failure?: Said },
): Condition[] => {
  const types = { Progressing: said.progressing, Ready: said.ready, Failure: said.failure };
  return Object.entries(types).reduce<Condition[]>(
    (current, [type, condition]) =>
      condition === undefined
        ? current
        : withCondition(current, { type, status: condition[0], reason: condition[1] }),
    [...(conditions ?? [])],
  );
};
