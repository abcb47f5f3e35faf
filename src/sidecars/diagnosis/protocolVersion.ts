import type { Sidecar } from '../annotation/sidecar';
import { versionOf } from '../annotation/version';

/** Whether the sidecar ends with its pod; true as well where it does not say its version. */
export const isAtLeastAlpha3 = (sidecar: Sidecar): boolean => {
  const version = versionOf(sidecar);
  return version !== 'v1alpha1' && version !== 'v1alpha2';
};
