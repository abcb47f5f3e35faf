import { hookPointOf } from '../annotation/sidecar';
import { hasCloudInitVolume } from '../objects/vm';
import { sidecarCheck } from './sidecarCheck';

/** virt-launcher crashes when it has no cloud-init data to hand to such a sidecar. */
export const preCloudInitIsoWithoutCloudInit = sidecarCheck(
  'preCloudInitIsoWithoutCloudInit',
  'error',
  ({ sidecar, context }) =>
    hookPointOf(sidecar) === 'preCloudInitIso' && !hasCloudInitVolume(context.vm)
      ? [{ field: 'configMap.hookPath' }]
      : [],
);
