import { sidecarCheck } from './sidecarCheck';

/** The pod of a sidecar whose PVC does not exist is never scheduled. */
export const pvcMissing = sidecarCheck('pvcMissing', 'error', ({ sidecar, context }) => {
  const name = sidecar.pvc?.name;
  return name === undefined || context.pvcs === undefined || context.pvcs.has(name)
    ? []
    : [{ field: 'pvc.name', params: { name } }];
});
