import { sameSidecar } from '../annotation/annotation';
import { removeSidecar } from '../annotation/sidecarList';
import { sidecarCheck } from './sidecarCheck';

/** Each sidecar makes a pod volume named after its ConfigMap, and the pod is refused when two are equal. */
export const duplicateConfigMap = sidecarCheck('duplicateConfigMap', 'error', ({ sidecar, index, all }) => {
  const name = sidecar.configMap?.name;
  const first = all.findIndex((other) => other.configMap?.name === name);
  const other = all[first];
  return name === undefined || name === '' || first === index || other === undefined
    ? []
    : [
        {
          field: 'configMap.name',
          params: { name, first },
          // The same twice does nothing more than once; which of two scripts is meant only the user knows.
          fix: sameSidecar(sidecar, other)
            ? { kind: 'sidecars', next: removeSidecar(all, index) }
            : undefined,
        },
      ];
});
