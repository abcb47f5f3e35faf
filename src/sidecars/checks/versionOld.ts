import { newestShimVersion } from '../featureGate/versionLacks';
import { hookPointOf } from '../annotation/sidecar';
import { versionOf, withVersion } from '../annotation/version';
import { replacing, sidecarCheck } from './sidecarCheck';

/**
 * Before v1alpha3 a sidecar does not end with its pod, which breaks live migration; v1alpha1 has no preCloudInitIso
 * at all, and skips it silently. Where the cluster knows nothing newer there is nothing to do.
 */
export const versionOld = sidecarCheck('versionOld', 'warning', (looked) => {
  const version = versionOf(looked.sidecar);
  const newest = newestShimVersion(looked.context.kubevirtVersion);
  if ((version !== 'v1alpha1' && version !== 'v1alpha2') || version === newest) {
    return [];
  }
  const isSkipped = version === 'v1alpha1' && hookPointOf(looked.sidecar) === 'preCloudInitIso';
  return [
    {
      field: 'args',
      params: { version, newest },
      severity: isSkipped ? 'error' : 'warning',
      fix: replacing(looked, withVersion(looked.sidecar, newest)),
    },
  ];
});
