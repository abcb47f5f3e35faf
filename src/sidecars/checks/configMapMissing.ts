import { sidecarCheck } from './sidecarCheck';

/** KubeVirt looks in the VM's namespace only, and makes no pod when it finds nothing. */
export const configMapMissing = sidecarCheck('configMapMissing', 'error', ({ sidecar, context }) => {
  const name = sidecar.configMap?.name;
  return name === undefined || name === '' || context.configMaps === undefined || context.configMaps.has(name)
    ? []
    : [{ field: 'configMap.name', params: { name } }];
});
