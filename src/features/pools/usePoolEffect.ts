import type { VirtualMachinePool } from '../../sidecars/objects/templateResources';
import { poolEffect, type PoolEffect } from '../../sidecars/pools/poolEffect';
import { knownMembers, usePoolMembers } from './usePoolMembers';

/** React hook: what a change of the pool does to its VMs, live. */
export const usePoolEffect = (pool: VirtualMachinePool): { effect: PoolEffect; isLoading: boolean } => {
  const members = usePoolMembers(pool);
  return {
    effect: poolEffect(pool, knownMembers(members)),
    isLoading: members.status === 'loading',
  };
};
