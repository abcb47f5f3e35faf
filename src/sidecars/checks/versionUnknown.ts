import { DEFAULT_VERSION, SHIM_VERSIONS } from '../constants';
import { versionOf, withVersion } from '../version';
import { replacing, runsShim, sidecarCheck } from './sidecarCheck';

/** The shim exits on a version that it does not know, just as without one. */
export const versionUnknown = sidecarCheck('versionUnknown', 'error', (looked) => {
  const version = versionOf(looked.sidecar);
  return version === undefined ||
    !runsShim(looked.sidecar) ||
    SHIM_VERSIONS.some((known) => known === version)
    ? []
    : [
        {
          field: 'args',
          params: { version },
          fix: replacing(looked, withVersion(looked.sidecar, DEFAULT_VERSION)),
        },
      ];
});
