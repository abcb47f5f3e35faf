import { useState, type ReactElement } from 'react';
import type { JsonPatchOperation } from '../../sidecars/json/jsonPointer';
import { holderKind } from '../../sidecars/objects/holder';
import type { VirtualMachine } from '../../sidecars/objects/resources';
import type { VirtualMachinePool } from '../../sidecars/objects/templateResources';
import { sourceOf } from '../../sidecars/objects/templateVm';
import { poolEffect } from '../../sidecars/pools/poolEffect';
import { operationsInWay, poolInWay, waysOf, type PoolWay } from '../../sidecars/pools/poolWays';
import { useSidecarTranslation } from '../../i18n';
import { PoolConsentNotice } from './PoolConsentNotice';
import { knownMembers, usePoolMembers } from './usePoolMembers';

export interface PoolConsent {
  /** What saving does to the running VMs of the pool. */
  notice: ReactElement | null;
  /** Whether saving must wait for the user's consent. */
  isConsentMissing: boolean;
  /** The same as a sentence to show beside the button. */
  blocker: string | undefined;
  /** What to write: the given operations, with what makes the pool act in the chosen way. */
  operations: readonly JsonPatchOperation[];
}

/**
 * React hook: asks before a change of a pool, which may restart its running VMs. Nothing for anything else.
 *
 * @param operations what would be written; empty while it is not complete
 */
export const usePoolConsent = (
  vm: VirtualMachine,
  operations: readonly JsonPatchOperation[],
): PoolConsent => {
  const { t } = useSidecarTranslation();
  const { object } = sourceOf(vm);
  const pool = holderKind(object) === 'VirtualMachinePool' ? (object as VirtualMachinePool) : undefined;
  const members = usePoolMembers(pool);
  const [wanted, setWanted] = useState<PoolWay>('asPool');
  const [agreed, setAgreed] = useState<string>();
  if (pool === undefined || operations.length === 0) {
    return { notice: null, isConsentMissing: false, blocker: undefined, operations };
  }

  const ways = waysOf(pool);
  const way = ways.includes(wanted) ? wanted : 'asPool';
  const effect = poolEffect(poolInWay(pool, way), knownMembers(members));
  const isLoading = members.status === 'loading';
  // The consent does not hold for other settings, which somebody else may have saved meanwhile.
  const question = JSON.stringify([effect.strategy, effect.isPaused, effect.maxUnavailable]);
  const isAgreed = agreed === question;
  const isConsentMissing = effect.restarting !== 0 && (isLoading || !isAgreed);
  return {
    notice: (
      <PoolConsentNotice
        name={pool.metadata.name}
        effect={effect}
        isLoading={isLoading}
        ways={ways}
        way={way}
        onWay={setWanted}
        isAgreed={isAgreed}
        onAgree={(isChecked) => {
          setAgreed(isChecked ? question : undefined);
        }}
      />
    ),
    isConsentMissing,
    // The question is asked once it is known what it is about.
    blocker: !isConsentMissing
      ? undefined
      : isLoading
        ? t('Loading the VMs')
        : t('Confirm first that running VMs of the pool restart.'),
    operations: operationsInWay(pool, way, operations),
  };
};
