import { neededImage } from '../featureGate/versionLacks';
import { replacing, sidecarCheck } from './sidecarCheck';

/** Before 1.3 KubeVirt had no image of its own for sidecars. */
export const imageMissing = sidecarCheck('imageMissing', 'error', (looked) => {
  const { sidecar, context } = looked;
  const image = neededImage(context.kubevirtVersion);
  return (sidecar.image ?? '') === '' && image !== undefined
    ? [
        {
          field: 'image',
          params: { version: context.kubevirtVersion ?? '', image },
          fix: replacing(looked, { ...sidecar, image }),
        },
      ]
    : [];
});
