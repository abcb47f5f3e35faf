import type { ClusterTiming } from '../contract';

/** Durations in milliseconds; the further ones are fixed in a real cluster and shortened only by tests. */
export interface KubeVirtTiming extends ClusterTiming {
  /** How long virt-launcher lets one call of a hook script take. */
  hookCall: number;
  /** How long virt-handler waits for one SyncVMI, with all the calls of scripts in it. */
  syncDeadline: number;
  /** First wait before a crashed VM is started again; doubles up to 30 times of it. */
  crashBackoff: number;
  /** How long a live migration's copy takes. */
  migration: number;
  /** From a change of a pool or its VMs until the pool's controller reconciles it. */
  poolReconcile: number;
  /** Between two steps of a snapshot, restore or clone. */
  copyReconcile: number;
}

const DEFAULTS: KubeVirtTiming = {
  podStart: 1500,
  domainStart: 800,
  hookSocketTimeout: 240_000,
  hcoReconcile: 1200,
  syncRetry: 3000,
  shutdown: 1200,
  hookCall: 60_000,
  syncDeadline: 20_000,
  crashBackoff: 10_000,
  migration: 6000,
  poolReconcile: 1000,
  copyReconcile: 500,
};

export const withDefaults = (timing: Partial<KubeVirtTiming> = {}): KubeVirtTiming => ({
  ...DEFAULTS,
  ...timing,
});
