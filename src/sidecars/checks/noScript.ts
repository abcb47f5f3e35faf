import { sidecarCheck } from './sidecarCheck';

/** The default image without a script does nothing; a script can only come by ConfigMap, PVC or image. */
export const noScript = sidecarCheck('noScript', 'warning', ({ sidecar }) =>
  sidecar.configMap === undefined && sidecar.pvc === undefined && (sidecar.image ?? '') === '' ? [{}] : [],
);
