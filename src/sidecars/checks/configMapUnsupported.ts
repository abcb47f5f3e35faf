import { isOlderThan, sidecarCheck } from './sidecarCheck';

/** Before 1.2 KubeVirt ignored `configMap` and `pvc`: scripts had to be in the image. */
export const configMapUnsupported = sidecarCheck('configMapUnsupported', 'error', ({ sidecar, context }) =>
  isOlderThan(context, 1, 2)
    ? (['configMap', 'pvc'] as const)
        .filter((field) => sidecar[field] !== undefined)
        .map((field) => ({ field, params: { version: context.kubevirtVersion ?? '' } }))
    : [],
);
