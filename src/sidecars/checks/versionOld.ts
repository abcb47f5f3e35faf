import { DEFAULT_VERSION } from '../constants';
import { hookPointOf } from '../sidecar';
import { versionOf, withVersion } from '../version';
import { replacing, sidecarCheck } from './sidecarCheck';

/**
 * Before v1alpha3 a sidecar does not end with its pod, which breaks live migration; v1alpha1 has no preCloudInitIso
 * at all, and skips it silently.
 */
export const versionOld = sidecarCheck('versionOld', 'warning', (looked) => {
  const version = versionOf(looked.sidecar);
  if (version !== 'v1alpha1' && version !== 'v1alpha2') {
    return [];
  }
  const isSkipped = version === 'v1alpha1' && hookPointOf(looked.sidecar) === 'preCloudInitIso';
  return [
    {
      field: 'args',
      params: { version },
      severity: isSkipped ? 'error' : 'warning',
      fix: replacing(looked, withVersion(looked.sidecar, DEFAULT_VERSION)),
    },
  ];
});
