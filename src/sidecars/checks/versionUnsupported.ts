import { newestShimVersion } from '../featureGate/versionLacks';
import { versionOf, withVersion } from '../annotation/version';
import { isOlderThan, replacing, runsShim, sidecarCheck } from './sidecarCheck';

/** The shim of KubeVirt 1.1 does not know v1alpha3 yet, and ends at once. */
export const versionUnsupported = sidecarCheck('versionUnsupported', 'error', (looked) => {
  const { sidecar, context } = looked;
  const version = versionOf(sidecar);
  return version === 'v1alpha3' && runsShim(sidecar) && isOlderThan(context, 1, 2)
    ? [
        {
          field: 'args',
          params: { version, kubevirt: context.kubevirtVersion ?? '' },
          fix: replacing(looked, withVersion(sidecar, newestShimVersion(context.kubevirtVersion))),
        },
      ]
    : [];
});
