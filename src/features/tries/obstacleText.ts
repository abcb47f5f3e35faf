import type { TFunction } from 'i18next';
import { podObstacle } from './podObstacle';

/** What the user can do about an obstacle that the cluster has named; undefined if it is an unknown one. */
export const cureText = (t: TFunction, said: string): string | undefined => {
  switch (podObstacle(said)) {
    case 'mayNotCreate':
      return t(
        'Ask an administrator of the namespace for the role edit, or let somebody who has it try the script.',
      );
    case 'quota':
      return t(
        'The pod requests 100m CPU and 64Mi of memory, with limits of 1 CPU and 256Mi. Free that much of the quota, or ask an administrator of the namespace to raise it. A quota for another resource needs a LimitRange that sets a default.',
      );
    case 'limitRange':
      return t(
        'The pod requests 100m CPU and 64Mi of memory, with limits of 1 CPU and 256Mi. An administrator of the namespace can change the LimitRange.',
      );
    case 'podSecurity':
      return t(
        'The pod meets the level “restricted” of Kubernetes. Ask an administrator of the cluster what else is required here.',
      );
    case 'securityContextConstraint':
      return t(
        'The pod meets the constraint restricted-v2, which everybody may use by default. Ask an administrator of the cluster to allow it in this namespace.',
      );
    case 'rootImage':
      return t(
        'KubeVirt’s image runs as an ordinary user. This image does not: ask an administrator of the cluster to check which one KubeVirt is configured with.',
      );
    case 'image':
      return t(
        'KubeVirt uses the same image for hook scripts that have no image of their own, so those cannot start either. Ask an administrator of the cluster to make the image available, for example by a mirror or a pull secret.',
      );
    case 'unschedulable':
      return t('The pod starts as soon as a node has room for it. Wait, or stop and try again later.');
    case 'deadline':
      return t('A pod for tries lives for 15 minutes. Try again: another one is created.');
    case undefined:
      return undefined;
  }
};
