import { sidecarCheck } from './sidecarCheck';

/** Kubernetes refuses a pod that mounts a volume nowhere. */
export const hookPathMissing = sidecarCheck('hookPathMissing', 'error', ({ sidecar }) =>
  sidecar.configMap?.hookPath === '' ? [{ field: 'configMap.hookPath' }] : [],
);
