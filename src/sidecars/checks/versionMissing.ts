import { DEFAULT_VERSION } from '../constants';
import { versionOf, withVersion } from '../version';
import { replacing, runsShim, sidecarCheck } from './sidecarCheck';

/** Without it the shim exits, and virt-launcher waits minutes for it before it gives up. */
export const versionMissing = sidecarCheck('versionMissing', 'error', (looked) =>
  runsShim(looked.sidecar) && versionOf(looked.sidecar) === undefined
    ? [{ field: 'args', fix: replacing(looked, withVersion(looked.sidecar, DEFAULT_VERSION)) }]
    : [],
);
