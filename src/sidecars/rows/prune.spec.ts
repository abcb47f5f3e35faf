import { describe, expect, it } from 'vitest';
import { lastDataChange } from '../scripts/lastDataChange';
import type { ConfigMap, ManagedFields } from '../objects/resources';
import { PRUNERS } from './prune';

const configMap = (rest: Partial<ConfigMap>, managedFields?: ManagedFields[]): ConfigMap => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  ...rest,
  metadata: {
    name: 'scripts',
    namespace: 'lab',
    creationTimestamp: '2026-01-01T00:00:00Z',
    labels: { app: 'lab' },
    ...(managedFields === undefined ? {} : { managedFields }),
  },
});

const owner = (time: string, fieldsV1: Record<string, unknown>): ManagedFields => ({
  manager: 'kubectl',
  operation: 'Update',
  time,
  fieldsV1,
});

const OWNERS = [
  owner('2026-01-02T00:00:00Z', { 'f:data': { '.': {}, 'f:a.sh': {} }, 'f:binaryData': { 'f:f:odd': {} } }),
  owner('2026-01-03T00:00:00Z', { 'f:data': { 'f:b.sh': {} } }),
  owner('2026-01-04T00:00:00Z', { 'f:metadata': { 'f:labels': { 'f:app': {} } } }),
];

describe('a ConfigMap in a list', () => {
  it.each<[string, ConfigMap]>([
    [
      'of whole objects',
      configMap({ data: { 'a.sh': 'x', 'b.sh': 'y' }, binaryData: { 'f:odd': 'eA==' } }, OWNERS),
    ],
    ['of metadata', configMap({}, OWNERS)],
  ])('%s keeps its keys, who owns them since when, and nothing large', (_list, listed) => {
    const kept = PRUNERS.configMap(listed);
    expect(kept).toMatchObject({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      data: { 'a.sh': '', 'b.sh': '' },
      binaryData: { 'f:odd': '' },
    });
    expect(kept.metadata.labels).toBeUndefined();
    expect(lastDataChange(kept)).toBe('2026-01-03T00:00:00Z');
  });

  it.each<[string, ConfigMap, boolean | undefined]>([
    ['metadata without managed fields', configMap({}), true],
    ['metadata with managed fields that were cleared', configMap({}, [{}]), true],
    ['metadata of a ConfigMap without data', configMap({}, OWNERS.slice(2)), undefined],
    ['a whole one without managed fields', configMap({ data: {} }), undefined],
  ])('does not pretend to know keys: %s', (_what, listed, hasUnknownKeys) => {
    const kept = PRUNERS.configMap(listed);
    expect(kept.hasUnknownKeys).toBe(hasUnknownKeys);
    expect(Object.keys(kept.data ?? {})).toEqual([]);
  });
});

it('of a VM’s volumes a list keeps what they are made of, and no secrets', () => {
  const { spec } = PRUNERS.virtualMachine({
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'vm' },
    spec: {
      template: {
        spec: {
          domain: { devices: {} },
          volumes: [
            { name: 'a', configMap: { name: 'scripts' } },
            { name: 'b', cloudInitNoCloud: { userData: 'password: secret' } },
            { name: 'c', containerDisk: { image: 'large' } },
          ],
        },
      },
    },
  });
  expect(spec.template?.spec.volumes).toEqual([
    { name: 'a', configMap: { name: 'scripts' } },
    { name: 'b', cloudInitNoCloud: {} },
    { name: 'c' },
  ]);
});
