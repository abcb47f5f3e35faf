import type { VirtualMachineInstance } from '../../../../src/sidecars/objects/resources';
import { isPaused } from '../conditions';
import type { KubeVirtTiming } from '../timing';
import { number } from '../untyped';

/**
 * How long a guest takes to shut down, in milliseconds. A paused one does not notice that it should: it is ended after its
 * grace period.
 */
export const shutdownTime = (
  vmi: VirtualMachineInstance | undefined,
  { shutdown }: Pick<KubeVirtTiming, 'shutdown'>,
): number => {
  const grace = (number(vmi?.spec.terminationGracePeriodSeconds) ?? 30) * 1000;
  return isPaused(vmi) ? grace : Math.min(grace, shutdown);
};
