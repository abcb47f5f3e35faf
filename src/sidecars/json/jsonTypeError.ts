import type { JsonType } from './jsonText';

const goType = (expected: JsonType): string => (expected === 'array' ? '[]string' : expected);

/** A wrong type in the words of KubeVirt's JSON reader; `path` is '' for the list, `[n]` for an entry. */
export const jsonTypeError = (path: string, expected: JsonType, found: JsonType): string => {
  const field = path.replace(/^\[\d+\]\.?/, '').replace(/\[\d+\]$/, '');
  if (field !== '') {
    const type = field === 'configMap' ? 'hooks.ConfigMap' : field === 'pvc' ? 'hooks.PVC' : goType(expected);
    return `json: cannot unmarshal ${goFound(found)} into Go struct field HookSidecar.${field} of type ${type}`;
  }
  const type = path === '' ? 'hooks.HookSidecarList' : 'hooks.HookSidecar';
  return `json: cannot unmarshal ${goFound(found)} into Go value of type ${type}`;
};

/** Go calls a JSON boolean by its own name. */
const goFound = (found: JsonType): string => (found === 'boolean' ? 'bool' : found);
