import type { KubernetesObject } from '../../sidecars/objects/resources';
import type { PoolOwner } from '../../sidecars/pools/members';
import { vmTabPath } from '../vmTab/vmTabPath';

/** The path of the tab *Hook sidecars* of the pool that a VM belongs to. */
export const poolPath = ({ apiVersion, kind, name }: PoolOwner, vm: KubernetesObject): string =>
  vmTabPath(
    { apiVersion, kind, metadata: { name, namespace: vm.metadata.namespace ?? '' } },
    'sidecar-hooks',
  );
