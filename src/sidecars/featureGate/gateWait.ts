import type { GateStatus } from './gateStatus';
import type { Condition } from '../objects/resources';

/** How long to wait for KubeVirt, in milliseconds. HCO usually needs a few seconds. */
export const WAIT_MS = 60_000;

/** A write whose effect is awaited. Times in milliseconds since 1970. */
export interface GateWait {
  wanted: boolean;
  startedAt: number;
  /** When KubeVirt had applied it. */
  reachedAt?: number;
}

export type WaitOutcome = 'waiting' | 'reached' | 'gaveUp';

export const waitOutcome = ({ startedAt, reachedAt }: GateWait, now: number): WaitOutcome => {
  if (reachedAt !== undefined) {
    return 'reached';
  }
  return now - startedAt < WAIT_MS ? 'waiting' : 'gaveUp';
};

/** How long HCO's conditions may lag behind KubeVirt, in milliseconds. */
const SETTLE_MS = 15_000;

/** Whether the cluster may still react to the write, so that frequent polling makes sense. */
export const isSettling = (wait: GateWait, now: number): boolean =>
  wait.reachedAt === undefined ? waitOutcome(wait, now) === 'waiting' : now - wait.reachedAt < SETTLE_MS;

/** Whole seconds since the write, until the end of the wait. */
export const waitedSeconds = ({ startedAt, reachedAt }: GateWait, now: number): number =>
  Math.floor(Math.min(Math.max((reachedAt ?? now) - startedAt, 0), WAIT_MS) / 1000);

const GOOD_WHEN_TRUE: readonly string[] = ['ReconcileComplete', 'Available', 'Upgradeable'];
const GOOD_WHEN_FALSE: readonly string[] = ['Progressing', 'Degraded', 'TaintedConfiguration'];

/** The conditions of a HyperConverged object that report a problem. */
export const troubledConditions = (conditions: readonly Condition[] | undefined): Condition[] =>
  (conditions ?? []).filter(
    ({ type, status }) =>
      (GOOD_WHEN_TRUE.includes(type) && status !== 'True') ||
      (GOOD_WHEN_FALSE.includes(type) && status === 'True'),
  );

export type WaitObstacle =
  | { code: 'onDisabledList' }
  /** Somebody removed the operation from the annotation, or added it again. */
  | { code: 'annotationChanged' }
  | { code: 'phase'; phase: string };

/** Why KubeVirt has not applied it, if that is known. */
export const waitObstacles = (wanted: boolean, status: GateStatus | undefined): WaitObstacle[] => {
  if (status === undefined) {
    return [];
  }
  const { disabledListed, hco, phase } = status;
  return [
    ...(wanted && disabledListed ? [{ code: 'onDisabledList' as const }] : []),
    ...(hco !== undefined && hco.asked !== wanted ? [{ code: 'annotationChanged' as const }] : []),
    ...(phase !== undefined && phase !== 'Deployed' ? [{ code: 'phase' as const, phase }] : []),
  ];
};
