import { sidecarCheck } from './sidecarCheck';

/** A sidecar's PVC also makes a pod volume of its name: no ConfigMap and no earlier PVC may have it. */
export const pvcNameClash = sidecarCheck('pvcNameClash', 'error', ({ sidecar, index, all }) => {
  const name = sidecar.pvc?.name;
  if (name === undefined || name === '') {
    return [];
  }
  const other = all.findIndex(
    ({ configMap, pvc }, at) => configMap?.name === name || (at < index && pvc?.name === name),
  );
  return other < 0 ? [] : [{ field: 'pvc.name', params: { name, other } }];
});
