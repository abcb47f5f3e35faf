import { TRIAL_EXPIRES_ANNOTATION, TRIAL_LABEL, TRIAL_VM_ANNOTATION } from '../annotation/constants';
import type { ConfigMap } from '../objects/resources';

/** A trial start that nobody needs any more. */
export interface TrialLeftover {
  /** Deleting it deletes all of the trial. */
  owner: ConfigMap;
  vmName: string;
}

/** The trial starts whose time is over, of one VM or of all. */
export const leftoversIn = (configMaps: Iterable<ConfigMap>, now: Date, vmName?: string): TrialLeftover[] =>
  [...configMaps].flatMap((owner) => {
    const { labels = {}, annotations = {}, ownerReferences = [], deletionTimestamp } = owner.metadata;
    const ofVm = annotations[TRIAL_VM_ANNOTATION] ?? '';
    const expires = Date.parse(annotations[TRIAL_EXPIRES_ANNOTATION] ?? '');
    const isOver = Number.isNaN(expires) || expires < now.getTime();
    return labels[TRIAL_LABEL] === 'true' &&
      ownerReferences.length === 0 &&
      deletionTimestamp === undefined &&
      isOver &&
      (vmName === undefined || vmName === ofVm)
      ? [{ owner, vmName: ofVm }]
      : [];
  });
