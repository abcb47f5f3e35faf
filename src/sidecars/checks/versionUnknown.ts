import { SHIM_VERSIONS } from '../annotation/constants';
import { newestShimVersion } from '../featureGate/versionLacks';
import { versionOf, withVersion } from '../annotation/version';
import { replacing, runsShim, sidecarCheck } from './sidecarCheck';

/** The shim exits on a version that it does not know, just as without one. */
export const versionUnknown = sidecarCheck('versionUnknown', 'error', (looked) => {
  const version = versionOf(looked.sidecar);
  const newest = newestShimVersion(looked.context.kubevirtVersion);
  return version === undefined ||
    !runsShim(looked.sidecar) ||
    SHIM_VERSIONS.some((known) => known === version)
    ? []
    : [
        {
          field: 'args',
          params: { version, newest },
          fix: replacing(looked, withVersion(looked.sidecar, newest)),
        },
      ];
});
