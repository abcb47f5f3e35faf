import type { Condition, ObjectMeta, VirtualMachine } from '../../../../src/sidecars/objects/resources';
import type { StoredObject } from '../../contract';

export const POOL_GROUP = 'pool.kubevirt.io';
export const POOLS = 'virtualmachinepools';
export const POOL_FINALIZER = 'pool.kubevirt.io/finalizer';
/** On a pool's VMs and their instances: the ControllerRevision that they were made of. */
export const REVISION_LABEL = 'kubevirt.io/vm-pool-revision-name';

interface SelectionPolicy {
  sortPolicy?: string;
  selectors?: { labelSelector?: unknown };
}

interface Strategy {
  unmanaged?: object;
  opportunistic?: object;
  proactive?: { selectionPolicy?: SelectionPolicy };
}

export interface Pool extends StoredObject {
  spec: {
    replicas?: number;
    paused?: boolean;
    selector: unknown;
    virtualMachineTemplate: {
      metadata?: Pick<ObjectMeta, 'labels' | 'annotations'> | null;
      spec: VirtualMachine['spec'];
    };
    /** A number, or a percentage such as `50%`. */
    maxUnavailable?: number | string;
    updateStrategy?: Strategy;
    scaleInStrategy?: Strategy;
    nameGeneration?: { appendIndexToConfigMapRefs?: boolean; appendIndexToSecretRefs?: boolean };
    autohealing?: { startUpFailureThreshold?: number };
  };
  status?: {
    replicas?: number;
    readyReplicas?: number;
    labelSelector?: string;
    conditions?: Condition[];
  };
}

export const isOwnedBy = (pool: Pool, object: { metadata: ObjectMeta }): boolean =>
  object.metadata.ownerReferences?.some(
    ({ controller, uid }) => controller === true && uid === pool.metadata.uid,
  ) ?? false;

/** How many VMs may be down at once because of an update; at least one. */
export const maxUnavailable = ({ spec }: Pool): number => {
  const { maxUnavailable: given = '100%', replicas = 1 } = spec;
  return Math.max(
    1,
    typeof given === 'number' ? given : Math.trunc((replicas * Number.parseInt(given)) / 100),
  );
};
