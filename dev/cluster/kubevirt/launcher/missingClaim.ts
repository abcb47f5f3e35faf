import type { Pod } from '../../../../src/sidecars/objects/resources';
import type { Behaviour } from '../behaviour';
import type { PodStatus } from './podStatus';

/** A missing claim that the pod mounts: the pod cannot be scheduled. */
const missingClaim = ({ store }: Behaviour, pod: Pod): string | undefined =>
  (pod.spec.volumes ?? [])
    .map((volume) => (volume.persistentVolumeClaim as { claimName: string } | undefined)?.claimName)
    .find(
      (claim) =>
        claim !== undefined &&
        store.get('persistentvolumeclaims', pod.metadata.namespace, claim) === undefined,
    );

/** Shows that a pod cannot be scheduled, if it mounts a claim that does not exist; answers the scheduler's message. */
export const showMissingClaim = (behaviour: Behaviour, pod: Pod, status: PodStatus): string | undefined => {
  const missing = missingClaim(behaviour, pod);
  if (missing === undefined) {
    return undefined;
  }
  const message = `0/1 nodes are available: persistentvolumeclaim "${missing}" not found. preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.`;
  status.unschedulable(message);
  behaviour.events.record(pod, 'Warning', 'FailedScheduling', message, 'default-scheduler');
  return message;
};
