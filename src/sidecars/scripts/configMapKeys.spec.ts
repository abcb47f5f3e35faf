import { expect, it } from 'vitest';
import type { ConfigMap, ManagedFields } from '../objects/resources';
import { configMapKeys } from './configMapKeys';

const configMap = (rest: Partial<ConfigMap>, managedFields?: ManagedFields[]): ConfigMap => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  ...rest,
  metadata: { name: 'scripts', ...(managedFields && { managedFields }) },
});

const OWNERS: ManagedFields[] = [
  { fieldsV1: { 'f:data': { '.': {}, 'f:a.sh': {} }, 'f:binaryData': { 'f:f:odd': {} } } },
  { fieldsV1: { 'f:data': { 'f:b.sh': {} } } },
  { fieldsV1: { 'f:metadata': { 'f:labels': { 'f:app': {} } } } },
];

it.each<[string, ConfigMap, string[] | undefined]>([
  ['the data', configMap({ data: { a: 'x' }, binaryData: { b: 'eA==' } }, OWNERS), ['a', 'b']],
  ['empty data', configMap({ data: {} }), []],
  ['the managed fields of metadata', configMap({}, OWNERS), ['a.sh', 'f:odd', 'b.sh']],
  ['managed fields that own no data', configMap({}, OWNERS.slice(2)), []],
  ['metadata without managed fields', configMap({}), undefined],
  ['managed fields that were cleared', configMap({}, [{}]), undefined],
])('knows the keys by %s', (_source, object, keys) => {
  expect(configMapKeys(object)).toEqual(keys);
});
