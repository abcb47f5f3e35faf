import type { JsonType } from './jsonText';

const goType = (expected: JsonType): string => (expected === 'array' ? '[]string' : expected);

/** KubeVirt's message for a wrong type; `path` is '' for the list, `[n]` for an entry. */
export const jsonTypeError = (path: string, expected: JsonType, found: JsonType): string => {
  const field = path.replace(/^\[\d+\]\.?/, '').replace(/\[\d+\]$/, '');
  if (field !== '') {
    const type = field === 'configMap' ? 'hooks.ConfigMap' : field === 'pvc' ? 'hooks.PVC' : goType(expected);
    return `json: cannot unmarshal ${goFound(found)} into Go struct field HookSidecar.${field} of type ${type}`;
  }
  const type = path === '' ? 'hooks.HookSidecarList' : 'hooks.HookSidecar';
  return `json: cannot unmarshal ${goFound(found)} into Go value of type ${type}`;
};

/** Go's name of a JSON boolean. */
const goFound = (found: JsonType): string => (found === 'boolean' ? 'bool' : found);
