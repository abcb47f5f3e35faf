import { isOlderThan, sidecarCheck } from './sidecarCheck';

/** Before 1.3 KubeVirt had no image of its own for sidecars. */
export const imageMissing = sidecarCheck('imageMissing', 'error', ({ sidecar, context }) =>
  (sidecar.image ?? '') === '' && isOlderThan(context, 1, 3)
    ? [{ field: 'image', params: { version: context.kubevirtVersion ?? '' } }]
    : [],
);
