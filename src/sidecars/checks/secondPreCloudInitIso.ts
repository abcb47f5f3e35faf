import { hookPointOf } from '../sidecar';
import { sidecarCheck } from './sidecarCheck';

/** virt-launcher calls only one sidecar for preCloudInitIso. */
export const secondPreCloudInitIso = sidecarCheck(
  'secondPreCloudInitIso',
  'error',
  ({ sidecar, index, all }) => {
    const first = all.findIndex((other) => hookPointOf(other) === 'preCloudInitIso');
    return hookPointOf(sidecar) === 'preCloudInitIso' && first !== index
      ? [{ field: 'configMap.hookPath', params: { first } }]
      : [];
  },
);
