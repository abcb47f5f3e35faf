import type { KubernetesObject } from './resources';

/** Whether the object that the user saw was deleted, and another one was created with its name. */
export const isAnother = (seen: KubernetesObject, now: KubernetesObject): boolean =>
  seen.metadata.uid !== now.metadata.uid;
