import { versionOf } from '../version';
import { isOlderThan, runsShim, sidecarCheck } from './sidecarCheck';

/** The shim of KubeVirt 1.1 does not know v1alpha3 yet, and ends at once. */
export const versionUnsupported = sidecarCheck('versionUnsupported', 'error', ({ sidecar, context }) => {
  const version = versionOf(sidecar);
  return version === 'v1alpha3' && runsShim(sidecar) && isOlderThan(context, 1, 2)
    ? [{ field: 'args', params: { version, kubevirt: context.kubevirtVersion ?? '' } }]
    : [];
});
