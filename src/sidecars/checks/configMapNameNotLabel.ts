import { checkDnsLabel } from '../objects/names';
import { sidecarCheck } from './sidecarCheck';

/** ConfigMap names may have dots and 253 characters; the pod volume named after one may not. */
export const configMapNameNotLabel = sidecarCheck('configMapNameNotLabel', 'error', ({ sidecar }) => {
  const name = sidecar.configMap?.name;
  const problem = name === undefined ? undefined : checkDnsLabel(name);
  return name === undefined || problem === undefined
    ? []
    : [{ field: 'configMap.name', params: { name, problem } }];
});
