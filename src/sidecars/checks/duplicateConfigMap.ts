import { sidecarCheck } from './sidecarCheck';

/** Each sidecar makes a pod volume named after its ConfigMap, and the pod is refused when two are equal. */
export const duplicateConfigMap = sidecarCheck('duplicateConfigMap', 'error', ({ sidecar, index, all }) => {
  const name = sidecar.configMap?.name;
  const first = all.findIndex((other) => other.configMap?.name === name);
  return name === undefined || name === '' || first === index
    ? []
    : [{ field: 'configMap.name', params: { name, first } }];
});
