import { isAtLeast } from '../featureGate/kubevirtVersion';
import { replacing, sidecarCheck } from './sidecarCheck';

/** A pinned image ages while KubeVirt is upgraded; from 1.3 on KubeVirt knows the image that fits it. */
export const imageSet = sidecarCheck('imageSet', 'advice', (looked) => {
  const { image, ...withoutImage } = looked.sidecar;
  return image === undefined ||
    image === '' ||
    looked.sidecar.configMap === undefined ||
    isAtLeast(looked.context.kubevirtVersion, 1, 3) !== true
    ? []
    : [{ field: 'image', params: { image }, fix: replacing(looked, withoutImage) }];
});
