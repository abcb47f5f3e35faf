import { newestShimVersion } from '../featureGate/versionLacks';
import { versionOf, withVersion } from '../annotation/version';
import { replacing, runsShim, sidecarCheck } from './sidecarCheck';

/** Without it the shim exits, and virt-launcher waits minutes for it before it gives up. */
export const versionMissing = sidecarCheck('versionMissing', 'error', (looked) => {
  const newest = newestShimVersion(looked.context.kubevirtVersion);
  return runsShim(looked.sidecar) && versionOf(looked.sidecar) === undefined
    ? [{ field: 'args', params: { newest }, fix: replacing(looked, withVersion(looked.sidecar, newest)) }]
    : [];
});
