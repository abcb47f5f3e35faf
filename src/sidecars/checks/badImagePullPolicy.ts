import { nearestName } from '../text/nearestName';
import { optionalParam, replacing, sidecarCheck } from './sidecarCheck';

export const IMAGE_PULL_POLICIES = ['Always', 'IfNotPresent', 'Never'] as const;

/** The pod is refused for any other word; empty means the default. */
export const badImagePullPolicy = sidecarCheck('badImagePullPolicy', 'error', (looked) => {
  const policy = looked.sidecar.imagePullPolicy ?? '';
  if (policy === '' || IMAGE_PULL_POLICIES.some((known) => known === policy)) {
    return [];
  }
  const nearest = nearestName(policy, IMAGE_PULL_POLICIES);
  return [
    {
      field: 'imagePullPolicy',
      params: { policy, ...optionalParam('nearest', nearest) },
      fix:
        nearest === undefined
          ? undefined
          : replacing(looked, { ...looked.sidecar, imagePullPolicy: nearest }),
    },
  ];
});
